/**
 * What a project lives through, for its drawer: asked once, and again when something is written.
 */
import type { Life } from '../../../../preload/contract/project-life.ts';
import { useCall } from '../../../bridge/bridge.ts';

/** null until the first answer */
export const useLife = (id: number): Life | null =>
  useCall('projects.life', { id }, ['project', 'lead', 'arrival']).value;
