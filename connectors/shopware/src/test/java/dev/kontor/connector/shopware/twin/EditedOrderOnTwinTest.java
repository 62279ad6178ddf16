package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.order.TranslatedOrder;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.Amount;
import dev.kontor.model.EntityType;
import dev.kontor.model.LineKind;
import dev.kontor.spi.Document;
import dev.kontor.spi.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Orders as a clerk left them, and as promotions left them. */
class EditedOrderOnTwinTest extends OnTwin {

  private static final String FEE =
      """
      {"identifier":"fee","type":"custom","label":"Nachnahme","quantity":1,
       "priceDefinition":{"price":7.00,"isCalculated":false,"taxRules":[{"taxRate":19,"percentage":100}]}}""";
  private static final String CREDIT =
      "{\"identifier\":\"credit\",\"label\":\"Treue\",\"priceDefinition\":{\"price\":-5.00}}";

  private final Reader reader = connector.reader(EntityType.ORDER).orElseThrow();

  private Document read(Placed order) {
    return reader.fetch(List.of(order.id())).getFirst();
  }

  private TranslatedOrder translated(Placed order) {
    return new TranslatedOrder(Objects.requireNonNull(read(order).content()));
  }

  @Test
  void aDraftIsNotSeenAndItsMergeIs() {
    Placed order = shop.order();
    String version = read(order).version();
    shop.clock.advance(Duration.ofHours(1));
    Placed later = shop.order();
    var cursor = reader.changes(null, 10).next();

    String draft = shop.draft(order.id());
    shop.add(draft, order.id(), "lineItem", FEE);
    assertThat(reader.changes(cursor, 10).documents())
        .extracting(Document::id)
        .containsExactly(later.id());
    assertThat(read(order).version()).isEqualTo(version);

    shop.merge(draft);
    assertThat(reader.changes(cursor, 10).documents())
        .extracting(Document::id)
        .contains(order.id());
    assertThat(read(order).version()).isNotEqualTo(version);
  }

  @Test
  void customAndCreditLinesAreTheirOwnKindAndSumToTheTotal() {
    Placed order = shop.order();
    String draft = shop.draft(order.id());
    shop.add(draft, order.id(), "lineItem", FEE);
    shop.add(draft, order.id(), "creditItem", CREDIT);
    shop.merge(draft);
    TranslatedOrder translated = translated(order);
    assertThat(translated.sum(LineKind.CUSTOM).gross()).isEqualByComparingTo("8.33");
    assertThat(translated.sum(LineKind.CREDIT).gross()).isEqualByComparingTo("-5.00");
    sumsToTotal(translated, order);
  }

  /** The shop's own doing; what the ERP would compute differs, so its totals check holds it. */
  @Test
  void netShippingOfGoodsDiscountedToNothingStaysUntaxedAtTheGoodsRate() {
    Placed order =
        shop.order(
            """
            {"customer":{"email":"a@firma.example","group":"b2b","company":"Firma","guest":false},
             "lines":[{"productNumber":"AH-1008","quantity":1}],"promotions":["MINUS15"]}""");
    TranslatedOrder translated = translated(order);
    assertThat(translated.lines(LineKind.SHIPPING))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.amount().net()).isEqualByComparingTo("4.12");
              assertThat(line.amount().tax()).isEqualByComparingTo("0");
              assertThat(line.taxes())
                  .singleElement()
                  .satisfies(share -> assertThat(share.rate()).isEqualByComparingTo("19"));
            });
    sumsToTotal(translated, order);
  }

  private void sumsToTotal(TranslatedOrder translated, Placed order) {
    Amount sum = TranslatedOrder.sum(translated.lines());
    Amount total = translated.read("total", Amount.class);
    assertThat(sum.gross()).isEqualByComparingTo(total.gross());
    assertThat(sum.net()).isEqualByComparingTo(total.net());
    assertThat(total.gross()).isEqualByComparingTo(shop.truth(order.id()).path("gross").asString());
  }
}
