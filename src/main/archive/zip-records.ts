/** Numbers of the zip format (PKWARE's APPNOTE, section 4.3) that its writer and its reader share. */
export const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50
} as const

/** Lengths of the records in bytes, without the names and extra fields behind them. */
export const lengths = { local: 30, central: 46, end: 22, end64: 56, locator64: 20 } as const

/** What a field says whose value is too large for it, and stands in the zip64 extra field. */
export const full32 = 0xffffffff
export const full16 = 0xffff
export const zip64Extra = 0x0001

/** Flags of an entry: encrypted; its name is UTF-8. */
export const flags = { encrypted: 1, utf8: 0x800 } as const

export const methods = { stored: 0, deflated: 8 } as const
