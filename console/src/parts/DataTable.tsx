import {
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
  type RowSelectionState,
} from '@tanstack/react-table';
import {useMemo, type KeyboardEvent, type MouseEvent} from 'react';
import {useTexts} from '../texts';

interface Meta {
  /** Right-aligned figures. */
  figures?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
  /** May take what is left of the width; cut where that is not enough. */
  fill?: boolean;
}

const columnMeta: Meta = {};
const features = tableFeatures({
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: {alphanumeric: sortFn_alphanumeric, basic: sortFn_basic, text: sortFn_text},
  columnMeta,
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each column has its own type of value
export type Column<Row extends RowData> = ColumnDef<typeof features, Row, any>;

interface Props<Row extends RowData> {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowId: (row: Row, index: number) => string;
  /** What a click or Enter on a row does. */
  onOpen?: (row: Row) => void;
  /** Rows can be selected; the ids of those that are. */
  selected?: RowSelectionState;
  onSelect?: (selected: RowSelectionState) => void;
  sortable?: boolean;
  current?: string | undefined;
}

/** The one table of the console: dense, sorted on demand, with rows that the keyboard reaches (j, k, Enter, x). */
export function DataTable<Row extends RowData>(props: Props<Row>) {
  const {label, columns, rows, rowId, onOpen, selected, onSelect, sortable = false, current} = props;
  const texts = useTexts();
  const none = useMemo<RowSelectionState>(() => ({}), []);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: rowId,
    enableSorting: sortable,
    enableRowSelection: onSelect !== undefined,
    state: {rowSelection: selected ?? none},
    onRowSelectionChange: change => onSelect?.(typeof change === 'function' ? change(selected ?? none) : change),
  });
  const choosing = onSelect !== undefined;

  return (
    <div className="table-room">
      <table className="data" aria-label={label}>
        <thead>
          {table.getHeaderGroups().map(group => (
            <tr key={group.id}>
              {choosing && (
                <th className="choose">
                  <input
                    type="checkbox"
                    aria-label={texts.common.selectAll}
                    checked={table.getIsAllRowsSelected()}
                    onChange={table.getToggleAllRowsSelectedHandler()}
                  />
                </th>
              )}
              {group.headers.map(header => (
                <th
                  key={header.id}
                  scope="col"
                  className={classes(header.column.columnDef.meta)}
                  aria-sort={ariaSort(header.column.getIsSorted())}
                >
                  {header.column.getCanSort() ? (
                    <button type="button" className="sort" onClick={header.column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                      <span aria-hidden>{arrow(header.column.getIsSorted())}</span>
                    </button>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map(row => (
            <tr
              key={row.id}
              data-row
              tabIndex={onOpen || choosing ? 0 : undefined}
              className={onOpen ? 'opens' : undefined}
              aria-selected={row.getIsSelected() || row.id === current || undefined}
              onClick={event => {
                if (onOpen && !isControl(event)) onOpen(row.original);
              }}
              onKeyDown={event =>
                onRowKey(event, () => onOpen?.(row.original), choosing ? () => row.toggleSelected() : undefined)
              }
            >
              {choosing && (
                <td className="choose">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={texts.common.select(row.id)}
                    checked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                  />
                </td>
              )}
              {row.getAllCells().map(cell => (
                <td key={cell.id} className={classes(cell.column.columnDef.meta)}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classes(meta: Meta | undefined): string | undefined {
  const names = [meta?.figures && 'figures', meta?.wide && 'wide', meta?.fill && 'fill'].filter(Boolean).join(' ');
  return names === '' ? undefined : names;
}

const ariaSort = (sorted: false | 'asc' | 'desc') =>
  sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined;

const arrow = (sorted: false | 'asc' | 'desc') => (sorted === 'asc' ? ' ↑' : sorted === 'desc' ? ' ↓' : '');

const isControl = (event: MouseEvent) => (event.target as Element).closest('a, button, input, label') !== null;

function onRowKey(event: KeyboardEvent, open: () => void, toggle: (() => void) | undefined) {
  if (event.target !== event.currentTarget) return;
  if (event.key === 'Enter') open();
  else if (event.key === 'x' && toggle) toggle();
}
