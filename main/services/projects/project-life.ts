/**
 * One project's life for its drawer and its card: whose part it is, its months, talks, problems,
 * and the leads it came from.
 */
import type { Life } from '../../../preload/contract/project-life.ts';
import { leadsOfProject, monthsOf } from '../../data/projects/project-life.ts';
import type { Book } from '../book/book.ts';
import { familyOf } from './project-parents.ts';
import { projectProblems } from './project-problems.ts';
import { talksOf } from './project-talks.ts';

/** @throws Fault record.missing */
export const lifeOfProject = (book: Book, id: number): Life => ({
  ...familyOf(book.db, id),
  months: monthsOf(book.db, id),
  talks: talksOf(book, id),
  problems: projectProblems(book, id),
  leads: leadsOfProject(book.db, id),
});
