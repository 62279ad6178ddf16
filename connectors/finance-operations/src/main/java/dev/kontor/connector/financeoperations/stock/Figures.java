package dev.kontor.connector.financeoperations.stock;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes one document of the levels of an article, with a part for each warehouse.
 *
 * @param began when the reading began
 */
record Figures(Instant began, ZoneId zone) {

  Document of(String sku, List<Level> levels) {
    Map<String, List<Level>> byPlace =
        levels.stream()
            .collect(Collectors.groupingBy(Level::warehouse, TreeMap::new, Collectors.toList()));
    List<Stock.AtLocation> places =
        byPlace.entrySet().stream().map(p -> place(p.getKey(), p.getValue())).toList();
    Stock stock =
        new Stock(
            sku,
            sum(levels, Level::onHand),
            sum(levels, Level::demand),
            places,
            List.of(),
            List.of(),
            began,
            LocalDate.ofInstant(began, zone));
    return new Document(
        EntityType.STOCK, sku, sku, version(places), began, false, ModelJson.tree(stock));
  }

  private static Stock.AtLocation place(String warehouse, List<Level> levels) {
    return new Stock.AtLocation(
        warehouse,
        sum(levels, Level::onHand),
        sum(levels, Level::demand),
        sum(levels, Level::reserved));
  }

  private static BigDecimal sum(List<Level> levels, Function<Level, BigDecimal> part) {
    return levels.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The same figures are the same version, whenever they are read. */
  private static String version(List<Stock.AtLocation> places) {
    String all = places.stream().map(Figures::told).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String told(Stock.AtLocation at) {
    String free = at.location() + " " + plain(at.onHand()) + " " + plain(at.openDemand());
    return at.reservedForOthers().signum() == 0 ? free : free + " " + plain(at.reservedForOthers());
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
