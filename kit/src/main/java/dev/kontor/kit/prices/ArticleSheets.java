package dev.kontor.kit.prices;

import dev.kontor.kit.SoundPart;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Price;
import dev.kontor.model.PriceSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the price of one article together, as {@code model.price}: a sheet per audience and currency
 * that differs from what everybody pays. What cannot be priced is said under {@link
 * SoundPart#PROBLEMS}.
 */
public final class ArticleSheets {

  private final List<PriceSheet> sheets = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable LocalDate changesOn;

  /**
   * The sheets of everybody come first.
   *
   * @param next first later day on which it differs, null if none is known
   */
  public void add(PriceSheet sheet, @Nullable LocalDate next) {
    if (next != null && (changesOn == null || next.isBefore(changesOn))) {
      changesOn = next;
    }
    if (sheets.stream().noneMatch(known -> isForEverybody(known, sheet))) {
      sheets.add(sheet);
    }
  }

  private static boolean isForEverybody(PriceSheet known, PriceSheet sheet) {
    return known.audience().kind() == PriceSheet.Kind.EVERYBODY
        && known.currency().equals(sheet.currency())
        && known.taxRate().compareTo(sheet.taxRate()) == 0
        && known.breaks().equals(sheet.breaks());
  }

  public void problem(String problem) {
    problems.add(problem);
  }

  /** The first later day on which one of the sheets differs, null if none is known. */
  public @Nullable LocalDate changesOn() {
    return changesOn;
  }

  public ObjectNode content(String sku, @Nullable String parentSku, LocalDate today) {
    Price price = new Price(sku, parentSku, today, changesOn, sheets, Map.of());
    ObjectNode content = (ObjectNode) ModelJson.tree(price);
    if (!problems.isEmpty()) {
      problems.forEach(content.putArray(SoundPart.PROBLEMS)::add);
    }
    return content;
  }

  /** What of a price tells it from another: the same on every day it holds. */
  public static String timeless(ObjectNode content) {
    ObjectNode timeless = content.deepCopy();
    timeless.remove("asOf");
    return timeless.toString();
  }
}
