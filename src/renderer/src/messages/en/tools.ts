/** The words of the dialogs: details, citation key, settings, commands, keys. */
export const tools = { tools: {} }
