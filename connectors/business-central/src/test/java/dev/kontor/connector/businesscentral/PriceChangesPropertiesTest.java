package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever happens to price lists while time goes by, over days without a poll, restarts and the
 * nights of clock change: every article whose sheets differ from what was told is told.
 */
class PriceChangesPropertiesTest {

  private static final List<String> ARTICLES = List.of("A", "B", "TEE-BLUE", "TEE-RED");
  private static final List<String> ITEMS = List.of("A", "B", "TEE", "");

  @Property(tries = 40)
  void noChangeOfAPriceIsMissed(@ForAll long seed) {
    Random random = new Random(seed);
    PriceService service = new PriceService();
    service.now =
        Instant.parse(random.nextBoolean() ? "2026-03-25T09:00:00Z" : "2026-10-21T09:00:00Z");
    PriceReader reader = service.reader("{}");
    Cursor at = follow(reader, null, random, new HashSet<>());
    Map<String, String> told = sheets(reader);
    for (int step = 0; step < 12; step++) {
      happen(service, random);
      if (random.nextInt(3) == 0) {
        reader = service.reader("{}");
      }
      Map<String, String> before = told;
      Set<String> differ = new HashSet<>();
      Map<String, String> truth = sheets(service.reader("{}"));
      truth.forEach(
          (sku, sheets) -> {
            if (!sheets.equals(before.get(sku))) {
              differ.add(sku);
            }
          });
      Set<String> ids = new HashSet<>();
      at = follow(reader, at, random, ids);
      assertThat(ids).as("step %s of seed %s", step, seed).containsAll(differ);
      told = truth;
      assertThat(reader.changes(at, 10).documents()).isEmpty();
    }
  }

  /** Time passes, up to four days at once, and lines come, go and change. */
  private static void happen(PriceService service, Random random) {
    service.now = service.now.plus(Duration.ofMinutes(random.nextInt(4 * 24 * 60)));
    for (int i = 0; i < random.nextInt(3); i++) {
      String id = Integer.toString(10 * (1 + random.nextInt(6)));
      if (random.nextInt(3) == 0) {
        service.lines.remove(id);
      } else {
        LocalDate start =
            LocalDate.ofEpochDay(service.now.getEpochSecond() / 86_400 + random.nextInt(7) - 3);
        service.line(
            id,
            ITEMS.get(random.nextInt(3)),
            "All_x0020_Customers",
            "",
            Integer.toString(5 + random.nextInt(20)),
            PriceReaderTest.dates(start.toString(), start.plusDays(random.nextInt(5)).toString()));
      }
    }
  }

  private static Map<String, String> sheets(PriceReader reader) {
    Map<String, String> sheets = new HashMap<>();
    for (Document document : reader.fetch(ARTICLES)) {
      ObjectNode content = (ObjectNode) Objects.requireNonNull(document.content());
      sheets.put(document.id(), content.path("sheets").toString());
    }
    return sheets;
  }

  private static Cursor follow(
      PriceReader reader, @Nullable Cursor from, Random random, Set<String> ids) {
    Page page = reader.changes(from, 1 + random.nextInt(4));
    page.documents().forEach(document -> ids.add(document.id()));
    while (page.more()) {
      page = reader.changes(page.next(), 1 + random.nextInt(4));
      page.documents().forEach(document -> ids.add(document.id()));
    }
    return page.next();
  }
}
