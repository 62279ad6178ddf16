package dev.kontor.connector.businesscentral.totals;

import dev.kontor.kit.totals.Totals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Business Central will show at each stage of a document's life.
 *
 * @param draft while open: the sum of the lines as entered (rules 7 and 8)
 * @param released after release (rule 20)
 * @param posted of the posted invoice, invoice rounding included
 * @param groups posted, by VAT identifier
 * @param rounding the invoice rounding line, null if none is needed
 * @param lcy posted in local currency, null for a document in local currency
 */
public record Prediction(
    Totals draft,
    List<LineTotals> draftLines,
    Totals released,
    Totals posted,
    List<LineTotals> postedLines,
    Map<String, Totals> groups,
    @Nullable Totals rounding,
    @Nullable Totals lcy,
    List<Totals> lcyLines) {

  public Prediction {
    draftLines = List.copyOf(draftLines);
    postedLines = List.copyOf(postedLines);
    groups = Map.copyOf(groups);
    lcyLines = List.copyOf(lcyLines);
  }
}
