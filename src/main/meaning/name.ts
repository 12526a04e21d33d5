/** The name of the model, and of vectors made by it: others do not compare with them. */
export const modelName = 'all-MiniLM-L6-v2'
/** How many numbers a vector has. */
export const dimensions = 384
