package dev.kontor.bench.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ItemsTest {

  private final Items items = new Items(25);

  private Map<String, String> versions() {
    Map<String, String> versions = new HashMap<>();
    Page page = items.changes(null, 10);
    while (page.more()) {
      page.documents().forEach(d -> versions.put(d.id(), d.version()));
      page = items.changes(page.next(), 10);
    }
    page.documents().forEach(d -> versions.put(d.id(), d.version()));
    return versions;
  }

  @Test
  void eachReadingGoesThroughAllAndOnlyChangedOnesHaveAnotherVersion() {
    Map<String, String> before = versions();
    assertThat(before).hasSize(25);
    assertThat(versions()).isEqualTo(before);
    items.change(10);
    Map<String, String> after = versions();
    assertThat(items.read()).isEqualTo(25);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.entrySet().removeAll(before.entrySet());
    assertThat(after.keySet())
        .containsExactlyInAnyOrder("SKU-0000000", "SKU-0000010", "SKU-0000020");
  }

  @Test
  void theReadingAfterTheLastPageBeginsAnew() {
    Page last = items.changes(null, 25);
    assertThat(last.more()).isFalse();
    assertThat(items.changes(last.next(), 1).documents())
        .extracting(Document::id)
        .containsExactly("SKU-0000000");
  }
}
