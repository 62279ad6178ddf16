package dev.kontor.connector.shopware.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.ConnectorPage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says of the app's manifest is what the manifest asks for. */
class ManifestOnPageTest {

  private static final Pattern READS = Pattern.compile("asks to read (.*?), what its");
  private static final Pattern EVENTS = Pattern.compile("subscribes to (\\d+) events");

  private final String rights =
      ConnectorPage.of("shopware").section("Rights of the integration's role");

  @Test
  void namesWhatTheAppReads() {
    List<String> asked = Events.WANTED.stream().map(Events.Event::privilege).distinct().toList();
    assertThat(ConnectorPage.code(found(READS))).containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void countsWhatTheAppIsTold() {
    assertThat(found(EVENTS)).isEqualTo("" + Events.WANTED.size());
  }

  private String found(Pattern words) {
    return words.matcher(rights).results().findFirst().orElseThrow().group(1);
  }
}
