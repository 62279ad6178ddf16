package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day of polling a shop that sells, ships and changes orders between any two calls. */
class PollOnTwinTest {

  private final MagentoBench bench = new MagentoBench();
  private final Connector connector =
      new MagentoProvider().connect(bench.settings(), bench.toolbox());
  private final Reader reader = connector.reader(EntityType.ORDER).orElseThrow();

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }

  /** Whatever the shop did at the latest is among what the polls brought, as it is now. */
  @Test
  void nothingIsMissedHoweverSmallThePages() {
    Random random = new Random(7);
    List<String> orders = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    @Nullable Cursor cursor = null;
    for (int i = 0; i < 150; i++) {
      happen(random, orders);
      Page page = reader.changes(cursor, 1 + random.nextInt(3));
      page.documents().forEach(document -> seen.add(version(document)));
      cursor = page.next();
    }
    // The rest of this round, and one more: what changes in a second already read is seen by that.
    for (int rounds = 0; rounds < 2; ) {
      Page page = reader.changes(cursor, 3);
      page.documents().forEach(document -> seen.add(version(document)));
      cursor = page.next();
      rounds += page.more() ? 0 : 1;
    }
    assertThat(orders).hasSizeGreaterThan(40);
    assertThat(reader.fetch(orders)).hasSameSizeAs(orders);
    for (Document now : reader.fetch(orders)) {
      assertThat(seen).contains(version(now));
    }
  }

  private static String version(Document document) {
    return document.id() + " " + document.version();
  }

  /** Often several things within one second, as the shop tells no shorter time. */
  private void happen(Random random, List<String> orders) {
    if (random.nextInt(3) == 0) {
      bench.shop().clock.advance(Duration.ofSeconds(random.nextInt(100)));
    }
    int what = random.nextInt(4);
    if (what < 2 || orders.isEmpty()) {
      Placed placed = bench.shop().order("");
      orders.add(placed.id());
      return;
    }
    String order = orders.get(random.nextInt(orders.size()));
    if (what == 2) {
      bench.shop().save(order, "status", "s" + random.nextInt(1000));
    } else {
      bench.shop().document("shipments", order, "00340434" + random.nextInt(1000));
    }
  }

  @Test
  void aPollWithoutNewsLooksAtEachEntityTwice() {
    Placed order = bench.place(EntityType.ORDER);
    Page page = reader.changes(null, 100);
    bench.place(EntityType.ORDER);
    page = reader.changes(page.next(), 100);
    long before = reads();
    page = reader.changes(page.next(), 100);
    assertThat(page.more()).isFalse();
    assertThat(page.documents()).extracting(Document::id).doesNotContain(order.id()).hasSize(1);
    // How new and what is there, of each; and the parts of the order that it looks back at.
    assertThat(reads() - before).isEqualTo(8 + 4);
  }

  private long reads() {
    return java.util.stream.Stream.of("orders", "invoices", "shipments", "creditmemos")
        .mapToLong(entity -> bench.shop().calls("GET", "/rest/all/V1/" + entity))
        .sum();
  }
}
