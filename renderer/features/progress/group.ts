/** The groups of units that a month is looked at by. */
export type ProgressGroup = 'all' | 'township' | 'department' | 'park' | 'village';
