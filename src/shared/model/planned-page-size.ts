/** How many papers of a planned digest are shown at once: more would hold a frame up. */
export const plannedPageSize = 200
