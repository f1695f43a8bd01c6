/** The sentence for anything that a call threw. */
export { sentenceOf } from '../../../stores/sentence.ts';
