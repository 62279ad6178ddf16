package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A poll says which orders changed; their content is read once, by whoever needs it. */
class ThinChangesOnTwinTest extends OnTwin {

  private static final int ORDERS = 60;
  private static final int STREAMS = 11;

  private final Reader reader = connector.reader(EntityType.ORDER).orElseThrow();

  @Test
  void aPollCarriesNoContentAndAFractionOfTheBytes() {
    List<String> placed =
        bench.placeTogether(EntityType.ORDER, ORDERS).stream().map(Placed::id).toList();
    meter.reset();
    Page page = reader.changes(null, 500);
    assertThat(page.documents())
        .extracting(Document::id)
        .containsExactlyInAnyOrderElementsOf(placed);
    assertThat(page.documents()).allMatch(document -> document.content() == null);
    assertThat(meter.reads).as("newest of ten streams, all streams, one look").hasValue(22);
    long thin = meter.bytesRead.get();

    meter.reset();
    List<Document> full = reader.fetch(placed);
    assertThat(full)
        .extracting(Document::version)
        .containsExactlyInAnyOrderElementsOf(versions(page));
    assertThat(meter.reads).hasValue(2);
    assertThat(thin * 4)
        .as("thin %s, full %s", thin, meter.bytesRead)
        .isLessThan(meter.bytesRead.get());
  }

  @Test
  void aQuietPollReadsEveryStreamAndTheNewestOrderOnce() {
    bench.placeTogether(EntityType.ORDER, ORDERS);
    Placed newest = bench.place(EntityType.ORDER);
    Page page = reader.changes(null, 500);
    meter.reset();
    Page quiet = reader.changes(page.next(), 500);
    assertThat(quiet.documents()).extracting(Document::id).containsExactly(newest.id());
    assertThat(meter.reads).hasValue(STREAMS + 1);
    assertThat(meter.bytesRead.get()).isLessThan(10_000);
  }

  /** A fault used to lose what the other ten streams had just given, so no round ever ended. */
  @Test
  void aShopThatFailsEveryThirdCallIsReadToItsEnd() {
    List<String> placed =
        bench.placeTogether(EntityType.ORDER, ORDERS).stream().map(Placed::id).toList();
    meter.failEvery(3);
    Set<String> seen = new LinkedHashSet<>();
    Cursor cursor = null;
    boolean more = true;
    while (more) {
      assertThat(meter.reads).hasValueLessThan(60);
      try {
        Page page = reader.changes(cursor, 500);
        page.documents().forEach(document -> seen.add(document.id()));
        cursor = page.next();
        more = page.more();
      } catch (FaultException e) {
        assertThat(e.fault()).isInstanceOf(Fault.Unavailable.class);
      }
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(placed);
  }

  private static List<String> versions(Page page) {
    return page.documents().stream().map(Document::version).toList();
  }
}
