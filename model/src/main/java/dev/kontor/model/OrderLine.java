package dev.kontor.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of an order.
 *
 * @param id the source's id of the line, stable over edits
 * @param parentId id of the line it belongs to (bundle component), null for a top line
 * @param sku the shop's article number; null for lines without article
 * @param description what the buyer read
 * @param quantity sold pieces in the shop's sales unit, never negative
 * @param unitPrice price of one piece on the order's {@link PriceBasis}, before line discounts
 * @param amount net, tax and gross of the whole line as the shop calculated them, after line
 *     discounts
 * @param taxes the same amount split by tax rate; sums to {@code amount}
 * @param options what the buyer chose for these pieces; mostly none, and then no part of the JSON
 */
public record OrderLine(
    String id,
    @Nullable String parentId,
    LineKind kind,
    @Nullable String sku,
    String description,
    BigDecimal quantity,
    BigDecimal unitPrice,
    Amount amount,
    List<TaxShare> taxes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LineOption> options,
    Map<String, Map<String, JsonNode>> extra) {

  private static final String BETWEEN = ", ";

  public OrderLine {
    taxes = List.copyOf(taxes);
    options = List.copyOf(Objects.requireNonNullElse(options, List.of()));
    extra = Map.copyOf(extra);
  }

  /** The description and all options in one line of text; a line break becomes a slash. */
  public String text() {
    return Stream.concat(Stream.of(description), Stream.of(chosen()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(BETWEEN));
  }

  /**
   * The options in one line of text such as {@code Engraving: For Ada}; empty if there are none.
   */
  public String chosen() {
    return options.stream()
        .map(option -> option.name().strip() + ": " + option.value().strip())
        .map(text -> text.replaceAll("\\s*\\R\\s*", " / "))
        .collect(Collectors.joining(BETWEEN));
  }

  /** The same without what the buyer chose. */
  public OrderLine plain() {
    return options.isEmpty()
        ? this
        : new OrderLine(
            id,
            parentId,
            kind,
            sku,
            description,
            quantity,
            unitPrice,
            amount,
            taxes,
            List.of(),
            extra);
  }
}
