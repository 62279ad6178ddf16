package dev.kontor.connector.financeoperations.progress;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.Shipment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One packing slip.
 *
 * @param parcels its tracking information
 * @param lines what is on it; empty if that is not told
 * @param header null if that is not told
 */
record Slip(
    String number, List<JsonNode> parcels, List<JsonNode> lines, @Nullable JsonNode header) {

  static final String ID = "PackingSlipId";

  private static final String DAY = "DeliveryDate";

  static String ofParcel(JsonNode row) {
    return Row.text(row, "PackingSlipNumber");
  }

  static String ofLine(JsonNode row) {
    return Row.text(row, ID);
  }

  /**
   * Empty if it has no day.
   *
   * @param otherwise what it consists of if its lines are not told
   */
  Optional<Shipment> shipment(List<Shipment.Line> otherwise) {
    return Stream.concat(parcels.stream(), lines.stream())
        .map(row -> Row.day(row, DAY))
        .filter(Objects::nonNull)
        .findFirst()
        .map(day -> on(day, lines.isEmpty() ? otherwise : pieces()));
  }

  private Shipment on(LocalDate day, List<Shipment.Line> pieces) {
    Parcels tracked = new Parcels(parcels);
    return new Shipment(
        number, day, null, null, tracked.codes(), tracked.url(), pieces, null, location());
  }

  /**
   * Of articles the shop knows; those of one are one. Lines of a slip that was undone have none.
   */
  private List<Shipment.Line> pieces() {
    Map<String, BigDecimal> byArticle = new LinkedHashMap<>();
    for (JsonNode line : lines) {
      String article = Row.text(line, "ExternalItemId");
      BigDecimal pieces = Row.number(line, "Qty");
      if (!article.isEmpty() && pieces.signum() > 0) {
        byArticle.merge(article, pieces, BigDecimal::add);
      }
    }
    return byArticle.entrySet().stream()
        .map(e -> new Shipment.Line(e.getKey(), e.getValue()))
        .toList();
  }

  /** The metadata at hand writes the field's name small. */
  private @Nullable String location() {
    if (header == null) {
      return null;
    }
    String warehouse = Row.text(header, "inventLocationId");
    String other = warehouse.isEmpty() ? Row.text(header, "InventLocationId") : warehouse;
    return other.isEmpty() ? null : other;
  }
}
