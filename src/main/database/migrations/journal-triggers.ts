/**
 * Triggers that write every change of `table` to the journal, and refuse a change made outside one.
 * What is written is what it takes to reverse the change: the row's id for an insert, the former
 * values of the columns that changed for an update, the whole former row for a delete. Reversing a
 * change fires the same triggers, and so leaves what it takes to make it again.
 * Frozen: a migration that alters a table makes its triggers anew with a copy of this.
 */
export function journalTriggers(table: string, columns: readonly string[]): string {
  return triggers(table, columns, '')
}

/**
 * As `journalTriggers`, in place of those a table has, and but for bulk writing: then inserted rows are noted as
 * ranges by who writes. Those of schema 20 and of tables that came since; frozen likewise.
 */
export function journalTriggersBySlices(table: string, columns: readonly string[]): string {
  return `
    DROP TRIGGER IF EXISTS ${table}_journal_insert;
    DROP TRIGGER IF EXISTS ${table}_journal_update;
    DROP TRIGGER IF EXISTS ${table}_journal_delete;
    ${triggers(table, columns, 'WHEN (SELECT bulk FROM journal_open) = 0')}`
}

/** @param inserted when an inserted row is noted; empty for always */
function triggers(table: string, columns: readonly string[], inserted: string): string {
  const open = '(SELECT entry_id FROM journal_open)'
  const refuse = `SELECT RAISE(ABORT, 'change outside the journal') WHERE ${open} IS NULL;`
  const write = (op: string, row: string, before: string, source = ''): string =>
    `INSERT INTO journal_change (entry_id, table_name, op, row_id, before)
       SELECT ${open}, '${table}', '${op}', ${row}, ${before}${source};`
  const former = columns
    .map((name) => `SELECT '${name}' AS k, OLD.${name} AS v WHERE OLD.${name} IS NOT NEW.${name}`)
    .join(' UNION ALL ')
  const whole = ['id', ...columns].map((name) => `'${name}', OLD.${name}`).join(', ')
  return `
    CREATE TRIGGER ${table}_journal_insert AFTER INSERT ON ${table} ${inserted} BEGIN
      ${refuse}
      ${write('insert', 'NEW.id', 'NULL')}
    END;
    CREATE TRIGGER ${table}_journal_update AFTER UPDATE ON ${table} BEGIN
      ${refuse}
      ${write('update', 'NEW.id', 'f.row', ` FROM (SELECT json_group_object(k, v) AS row FROM (${former})) AS f WHERE f.row <> '{}'`)}
    END;
    CREATE TRIGGER ${table}_journal_delete AFTER DELETE ON ${table} BEGIN
      ${refuse}
      ${write('delete', 'OLD.id', `json_object(${whole})`)}
    END;`
}
