/**
 * 考核办法 to begin with, built from published rules: points are theirs, indicators and units the
 * office's own.
 */
import { COMPLETION_PRESETS } from './completion.ts';
import type { SchemePreset } from './parts.ts';
import { PROJECT_PRESETS } from './projects.ts';

export const SCHEME_PRESETS: readonly SchemePreset[] = [...PROJECT_PRESETS, ...COMPLETION_PRESETS];
