package dev.kontor.proof.b2b;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Figures;
import dev.kontor.twin.kit.TwinClient;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Companies buy by contract at four quantity breaks, one of them up to its credit limit, another
 * after asking for a price; parts leave two warehouses, some come back. In the end both systems
 * agree. Adobe Commerce and Finance & Operations are known from documentation only.
 */
class B2bDayTest {

  private static final Article TENT = article("B2B-TENT", "100", "90", "85", "80", "72.50");
  private static final Article MAT = article("B2B-MAT", "20", "18.90", "17.49", "16", "14.25");
  private static final Article ROUNDING =
      new Article("AH-RUND", BigDecimal.ONE, new TreeMap<>(), 0);

  private static Article article(String sku, String price, String... breaks) {
    TreeMap<Integer, BigDecimal> contract = new TreeMap<>();
    List<Integer> from = List.of(1, 10, 50, 100);
    for (int i = 0; i < breaks.length; i++) {
      contract.put(from.get(i), new BigDecimal(breaks[i]).stripTrailingZeros());
    }
    return new Article(sku, new BigDecimal(price), contract, 500);
  }

  @Test
  void bothSidesAgreeAtTheEndOfTheDay(@TempDir Path home) throws Exception {
    try (Wholesale at = new Wholesale(home.resolve("hub"), List.of(TENT, MAT, ROUNDING))) {
      Trade trade = new Trade(at);
      Storefront.Company alpin = trade.welcomed("Alpin GmbH", "DE811111111", "30000");
      Storefront.Company rescue = trade.welcomed("Bergrettung Süd", "DE822222222", "3000");
      for (Article article : List.of(TENT, MAT)) {
        at.await(
            "contract of " + article.sku(), () -> trade.tiers(article).equals(article.breaks()));
        at.await("pieces of " + article.sku(), () -> at.shop().salable(article.sku()) == 1000);
      }
      contractPrices(trade, alpin);
      creditLimit(at, trade, rescue);
      quote(at, trade, alpin);
      String parts = partsFromTwoWarehouses(at, trade, alpin);
      sentBack(at, trade, parts);
      for (String order : trade.orders()) {
        if (trade.shipped(order) == 0) {
          at.erp().invoice(trade.number(order));
        }
      }
      at.atRest();
      assertThat(new Books(at).differences(List.of(alpin, rescue), List.of(TENT, MAT))).isEmpty();
      assertThat(at.hub().verify().tampered()).isFalse();
      Figures.print(
          "B2bDayTest: %d orders of 2 companies, a quote, parts from two warehouses, a return: no difference"
              .formatted(trade.orders().size()));
    }
  }

  private static void contractPrices(Trade trade, Storefront.Company buyer) {
    for (int pieces : List.of(1, 9, 10, 50, 100)) {
      String order = trade.buys(buyer, MAT, pieces);
      assertThat(trade.priceInErp(order))
          .as("%d pieces", pieces)
          .isEqualByComparingTo(MAT.contract(pieces));
    }
  }

  /** What is owed by invoice and what is ordered count; a payment makes room again. */
  private static void creditLimit(Wholesale at, Trade trade, Storefront.Company buyer) {
    String order = trade.buys(buyer, TENT, 20);
    TwinClient.Reply refused = at.shop().order(buyer, Map.of(TENT.sku(), 10));
    assertThat(refused.ok()).as("beyond the limit").isFalse();
    String invoice = at.erp().invoice(trade.number(order));
    at.atRest();
    assertThat(at.shop().order(buyer, Map.of(TENT.sku(), 10)).ok()).as("still owed").isFalse();
    at.erp().receive(invoice, Trade.gross(TENT, 20));
    at.await(
        "room on the account", () -> trade.available(buyer).compareTo(trade.limit(buyer)) == 0);
    trade.buys(buyer, TENT, 10);
  }

  private static void quote(Wholesale at, Trade trade, Storefront.Company buyer) {
    String quote = at.shop().ask(buyer, Map.of(TENT.sku(), 60));
    at.await("quotation", () -> !at.erp().quotation(quote).isEmpty());
    at.erp().offer(at.erp().quotation(quote), new BigDecimal("75"));
    at.await(
        "offer",
        () -> at.shop().quote(quote).path("status").asString().equals("submitted_by_admin"));
    assertThat(at.shop().quote(quote).path("negotiated_price_value").decimalValue())
        .isEqualByComparingTo("4500");
    String order = trade.transferred(at.shop().accept(quote));
    assertThat(at.shop().order(order).path("grand_total").decimalValue())
        .isEqualByComparingTo("5355");
  }

  private static String partsFromTwoWarehouses(
      Wholesale at, Trade trade, Storefront.Company buyer) {
    String order = trade.buys(buyer, MAT, 10);
    at.erp().pack(trade.number(order), "1", "11", 6, "0034-1");
    at.await("first part", () -> trade.shipped(order) == 6);
    at.erp().pack(trade.number(order), "2", "21", 4, "0034-2");
    at.await("second part", () -> trade.shipped(order) == 10);
    assertThat(trade.left(order)).isEqualTo(Map.of("lager-nord", 6, "lager-sued", 4));
    return order;
  }

  private static void sentBack(Wholesale at, Trade trade, String order) {
    at.erp().invoice(trade.number(order));
    at.shop().invoice(order);
    at.shop().sendBack(order, 2);
    at.await("credit order", () -> !at.erp().creditOrder(trade.number(order)).isEmpty());
    at.erp().invoice(at.erp().creditOrder(trade.number(order)));
    at.await(
        "word of the credit note",
        () ->
            at.shop().comments("1").stream().anyMatch(said -> said.startsWith("ERP credit memo ")));
  }
}
