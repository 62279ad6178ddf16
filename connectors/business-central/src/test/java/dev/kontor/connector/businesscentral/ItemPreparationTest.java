package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Writer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Business Central cannot take of an article is said before anything is written. */
class ItemPreparationTest {

  private final PartnerWorld partner = new PartnerWorld();
  private final Writer writer = partner.connector.writer(EntityType.PRODUCT).orElseThrow();

  @AfterEach
  void close() {
    partner.close();
  }

  private Prepared prepared(String change) {
    return writer
        .prepareAll(List.of(new Writer.Draft(PartnerWorld.article(change), Json.object())))
        .getFirst();
  }

  private String refusal(String change) {
    return ((Prepared.Refused) prepared(change)).fault().message();
  }

  @Test
  void whatBusinessCentralLacksIsNamed() {
    assertThat(refusal("{\"baseUnitOfMeasureCode\":\"Stk.\"}")).contains("Stk.", "overlay");
    assertThat(refusal("{\"taxRate\":\"16\"}")).contains("taxRate", "16 %", "no tax group");
    assertThat(refusal("{\"currency\":\"CHF\"}")).contains("currency", "CHF", "EUR");
    assertThat(refusal("{\"gtin\":\"123456789012345\"}")).contains("gtin");
    assertThat(refusal("{\"number\":\"longer than twenty characters\"}")).contains("number");
    assertThat(refusal("{\"variants\":[{\"sku\":\"x-rot\"}]}")).contains("variants", "x-rot");
  }

  @Test
  void anUnknownCategoryIsANoteAndAKnownOneItsCode() {
    String category = "{\"categories\":[{\"steps\":[{\"name\":\"Shop\"},{\"name\":\"%s\"}]}]}";
    partner.world.twin.setup(
        Json.object()
            .set(
                "itemCategories",
                ModelJson.parse("[{\"code\":\"NAPF\",\"displayName\":\"Näpfe\"}]")));
    Prepared.Ready known = (Prepared.Ready) prepared(category.formatted("Näpfe"));
    assertThat(known.content().path("itemCategoryCode").asString()).isEqualTo("NAPF");
    Prepared.Ready unknown = (Prepared.Ready) prepared(category.formatted("Tassen"));
    assertThat(unknown.content().has("itemCategoryCode")).isFalse();
    assertThat(unknown.notes()).anyMatch(note -> note.contains("Tassen"));
  }
}
