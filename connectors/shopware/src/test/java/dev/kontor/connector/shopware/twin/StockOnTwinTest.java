package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class StockOnTwinTest extends OnTwin {

  private final Writer writer = writer(EntityType.STOCK);

  private static Write write(String number, String stock) {
    return new Write("k-" + number, Write.Action.UPDATE, number, number, content(number, stock));
  }

  private static ObjectNode content(String number, String stock) {
    return JsonNodeFactory.instance.objectNode().put("productNumber", number).put("stock", stock);
  }

  @Test
  void aFullBatchIsOneLookUpAndOneWrite() {
    List<Write> batch = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      batch.add(write(shop.product().number(), Integer.toString(i)));
    }
    long searches = shop.calls("POST", "/api/search/product");
    assertThat(writer.write(batch)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.calls("POST", "/api/search/product") - searches).isEqualTo(1);
    assertThat(shop.calls("POST", "/api/_action/sync")).isEqualTo(1);
    assertThat(writer.write(batch)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.calls("POST", "/api/search/product") - searches).as("ids kept").isEqualTo(1);
    assertThat(shop.stock("NEW-40")).isEqualTo(39);
  }

  @Test
  void aVariantHasItsOwnStock() {
    assertThat(writer.write(List.of(write("AH-4000-BX", "17"))))
        .allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.stock("AH-4000-BX")).isEqualTo(17);
  }

  @Test
  void theCaseOfAnArticleNumberDoesNotMatter() {
    assertThat(writer.write(List.of(write("ah-4000-bx", "16"), write("Ah-4000-Bx", "15"))))
        .allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.stock("AH-4000-BX")).isEqualTo(15);
  }

  @Test
  void anUnknownArticleIsMissingAndTheOthersGoOn() {
    Placed known = shop.product();
    List<Outcome> outcomes =
        writer.write(List.of(write("NOT-THERE", "1"), write(known.number(), "7")));
    assertThat(outcomes.getFirst())
        .isInstanceOfSatisfying(
            Fault.Missing.class,
            missing -> {
              assertThat(missing.type()).isEqualTo(EntityType.PRODUCT);
              assertThat(missing.key()).isEqualTo("NOT-THERE");
            });
    assertThat(outcomes.getLast()).isInstanceOf(Outcome.Written.class);
    assertThat(shop.stock(known.number())).isEqualTo(7);
  }

  @Test
  void anArticleDeletedSinceIsMissingAndTheOthersGoOn() {
    Placed gone = shop.product();
    Placed stays = shop.product();
    List<Write> batch = List.of(write(gone.number(), "5"), write(stays.number(), "6"));
    assertThat(writer.write(batch)).allMatch(o -> o instanceof Outcome.Written);
    bench.delete(EntityType.PRODUCT, gone);

    List<Outcome> outcomes =
        writer.write(List.of(write(gone.number(), "8"), write(stays.number(), "9")));
    assertThat(outcomes.getFirst()).isInstanceOf(Fault.Missing.class);
    assertThat(has("product", gone.id())).as("made anew by the upsert").isFalse();
    assertThat(outcomes.getLast()).isInstanceOf(Outcome.Written.class);
    assertThat(shop.stock(stays.number())).isEqualTo(9);
  }

  @Test
  void whatTheShopShowsIsComparedInOneCallForAll() {
    Placed same = shop.product();
    Placed changed = shop.product();
    assertThat(writer.write(List.of(write(same.number(), "5"), write(changed.number(), "6"))))
        .allMatch(o -> o instanceof Outcome.Written);
    long searches = shop.calls("POST", "/api/search/product");
    List<Standing> standings =
        writer.compare(
            List.of(
                draft(same.number().toLowerCase(Locale.ROOT), "5"),
                draft(changed.number(), "7"),
                draft("NOT-THERE", "1"),
                draft(same.number(), "2.5")));
    assertThat(shop.calls("POST", "/api/search/product") - searches).isEqualTo(1);
    assertThat(standings.subList(0, 3))
        .extracting(s -> s instanceof Standing.Other other ? other.fields() : s)
        .containsExactly(
            Standing.SAME, List.of(new Standing.Field("stock", "7", "6")), Standing.ABSENT);
    assertThat(standings.getLast())
        .isInstanceOfSatisfying(
            Standing.Incomparable.class, no -> assertThat(no.fault().message()).contains("stock"));
  }

  private static Writer.Draft draft(String number, String stock) {
    return new Writer.Draft(content(number, stock), content(number, stock));
  }

  /** The same row a second time is no repetition of the first once another came between. */
  @Test
  void ofSeveralStocksOfOneArticleTheLastHolds() {
    String number = shop.product().number();
    assertThat(writer.write(List.of(write(number, "5"), write(number, "7"), write(number, "5"))))
        .allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.stock(number)).isEqualTo(5);
  }

  @Test
  void brokenPiecesAreRefusedBeforeTheyAreSent() {
    assertThat(writer.prepare(content("AH-1001", "2.5"), content("AH-1001", "2.5")))
        .isInstanceOfSatisfying(
            Prepared.Refused.class,
            refused -> assertThat(refused.fault().message()).contains("stock"));
    assertThat(writer.prepare(content("AH-1001", "3.0"), content("AH-1001", "3.0")))
        .isInstanceOf(Prepared.Ready.class);
  }

  @Test
  void aWriteWithoutAnswerHalvesTheNext() {
    List<Write> batch = List.of(write(shop.product().number(), "5"));
    assertThat(writer.write(batch)).allMatch(o -> o instanceof Outcome.Written);
    int before = writer.maxBatch();
    shop.dials().only("/api/_action/sync").set("dropAnswerProbability", 1);
    assertThatThrownBy(() -> writer.write(batch)).isInstanceOf(FaultException.class);
    assertThat(writer.maxBatch()).isEqualTo(before / 2);
    assertThat(writer(EntityType.STOCK).maxBatch()).as("asked for anew").isEqualTo(before / 2);
  }

  /** 100,000 changes are to take no more than 220 write calls; the twentieth part, 11. */
  @Test
  void fiveThousandChangesTakeTenWritesAndTenLookUps() {
    List<Write> changes = new ArrayList<>();
    for (String number : shop.products(5_000)) {
      changes.add(write(number, "7"));
    }
    meter.reset();
    int to;
    for (int from = 0; from < changes.size(); from = to) {
      to = Math.min(changes.size(), from + writer.maxBatch());
      assertThat(writer.write(changes.subList(from, to)))
          .allMatch(o -> o instanceof Outcome.Written);
    }
    assertThat(meter.writes).hasValue(10);
    assertThat(meter.reads).as("the version and ten look-ups").hasValue(11);
    assertThat(shop.stock(changes.getLast().content().path("productNumber").asString()))
        .isEqualTo(7);
  }

  /** Without the right to create, the shop answers a product that is gone with a missing right. */
  @Test
  void anArticleDeletedSinceIsNoMissingRight() {
    Placed gone = shop.product();
    Placed stays = shop.product();
    try (Connector least = new ShopwareProvider().connect(bench.leastRights(), bench.toolbox())) {
      Writer narrow = least.writer(EntityType.STOCK).orElseThrow();
      List<Write> batch = List.of(write(gone.number(), "5"), write(stays.number(), "6"));
      assertThat(narrow.write(batch)).allMatch(o -> o instanceof Outcome.Written);
      bench.delete(EntityType.PRODUCT, gone);
      List<Outcome> outcomes =
          narrow.write(List.of(write(gone.number(), "8"), write(stays.number(), "9")));
      assertThat(outcomes.getFirst()).isInstanceOf(Fault.Missing.class);
      assertThat(outcomes.getLast()).isInstanceOf(Outcome.Written.class);
      assertThat(shop.stock(stays.number())).isEqualTo(9);
    }
  }
}
