package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The VAT rows of a document and their way back onto the lines. */
final class VatRows {
  private VatRows() {}

  /** Sorted by identifier, the negative row first, its remainder carried (totals.md 10 to 12). */
  static List<VatRow> of(List<Line> lines, Terms terms) {
    TreeMap<VatRow.Key, List<Line>> groups =
        lines.stream()
            .filter(Line::counts)
            .collect(Collectors.groupingBy(VatRow.Key::of, TreeMap::new, Collectors.toList()));
    List<VatRow> rows = new ArrayList<>();
    groups.forEach(
        (key, group) -> {
          boolean carries = !rows.isEmpty() && rows.getLast().key().sameRate(key);
          BigDecimal carried = carries ? rows.getLast().carry() : BigDecimal.ZERO;
          rows.add(VatRow.of(key, group, carried, terms));
        });
    return rows;
  }

  /** Lines of the given rows get their share of discount, net and VAT; others stay as they are. */
  static List<Line> spread(List<Line> lines, List<VatRow> rows, Terms terms) {
    List<Spread> spreads = rows.stream().map(row -> new Spread(row, terms)).toList();
    return lines.stream()
        .map(
            line ->
                spreads.stream()
                    .filter(s -> line.counts() && s.takes(line))
                    .findFirst()
                    .map(s -> s.share(line))
                    .orElse(line))
        .toList();
  }
}
