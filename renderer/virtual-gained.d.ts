/**
 * The module that vite.config.ts makes: what the oldest supported browser lacks of the language.
 */
declare module 'virtual:gained';
