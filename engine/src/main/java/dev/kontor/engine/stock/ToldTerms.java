package dev.kontor.engine.stock;

import dev.kontor.model.ModelJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The terms of a figure as they are kept with what a shop was told. */
record ToldTerms(List<JsonNode> terms) {

  static ToldTerms of(StockLevelStore.Level told) {
    return new ToldTerms(ModelJson.parse(told.terms()).valueStream().toList());
  }

  static ToldTerms of(StockFigure figure) {
    return new ToldTerms(figure.json().valueStream().toList());
  }

  private Stream<JsonNode> from(String source) {
    return terms.stream().filter(term -> term.path("source").asString("").equals(source));
  }

  private static BigDecimal quantity(JsonNode term) {
    return new BigDecimal(term.path("quantity").asString("0"));
  }

  /** What the ERP states, in sum. */
  BigDecimal erp() {
    return from(StockTerms.ERP).map(ToldTerms::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What the operator had set, in words. */
  List<String> settings() {
    return from(StockTerms.SETTING)
        .map(
            term ->
                quantity(term).stripTrailingZeros().toPlainString()
                    + " "
                    + term.path("note").asString(""))
        .toList();
  }

  /** Whether the ERP states the same of every term that both have. */
  boolean isSameInErp(ToldTerms other) {
    return from(StockTerms.ERP).allMatch(term -> other.from(StockTerms.ERP).allMatch(isSame(term)));
  }

  private static Predicate<JsonNode> isSame(JsonNode term) {
    return other ->
        !other.path("term").equals(term.path("term"))
            || quantity(other).compareTo(quantity(term)) == 0;
  }
}
