/** The groups of units that a month is looked at by. */
export type Group = 'all' | 'township' | 'department' | 'park' | 'village';
