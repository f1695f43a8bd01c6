/**
 * antd and its helpers make style elements at run time; each is given this load's nonce, so that
 * the policy lets it in.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
const make = document.createElement.bind(document) as (
  tag: string,
  options?: ElementCreationOptions,
) => HTMLElement;
if (nonce !== undefined && nonce !== '') {
  document.createElement = ((tag: string, options?: ElementCreationOptions) => {
    const element = make(tag, options);
    if (tag === 'style') element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
