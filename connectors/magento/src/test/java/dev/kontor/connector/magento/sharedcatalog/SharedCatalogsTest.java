package dev.kontor.connector.magento.sharedcatalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which shared catalogues articles are assigned to, as the settings choose among the shop's. */
class SharedCatalogsTest {

  private final CatalogShop shop = new CatalogShop("Default (General)", "Wholesale", "Gold, DE");

  @AfterEach
  void close() {
    shop.close();
  }

  private static Fault wrong(SharedCatalogs catalogs) {
    return catchThrowableOfType(FaultException.class, catalogs::chosen).fault();
  }

  @Test
  void namesAreFoundWhateverTheirCaseInTheOrderOfTheSettings() {
    assertThat(shop.chosen(List.of("gold, de", "Wholesale")).chosen())
        .containsExactly(new SharedCatalog(3, "Gold, DE"), new SharedCatalog(2, "Wholesale"));
  }

  @Test
  void thePublicOneIsAssignedToWhereItIsNamedOnly() {
    assertThat(shop.chosen("custom").chosen())
        .extracting(SharedCatalog::name)
        .containsExactlyInAnyOrder("Wholesale", "Gold, DE");
    assertThat(shop.chosen(List.of("Default (General)")).chosen())
        .extracting(SharedCatalog::id)
        .containsExactly(1);
  }

  @Test
  void whatIsThereIsRememberedForTenMinutes() {
    SharedCatalogs chosen = shop.chosen("custom");
    assertThat(chosen.chosen()).hasSize(2);
    shop.catalogs.put(4, "Silver");
    assertThat(chosen.chosen()).hasSize(2);
    assertThat(shop.calls("/sharedCatalog/")).isEqualTo(1);
    shop.clock.advance(Duration.ofMinutes(11));
    assertThat(chosen.chosen()).hasSize(3);
  }

  @Test
  void aNameTheShopDoesNotHaveIsSaidWithThoseItHas() {
    assertThat(wrong(shop.chosen(List.of("Wholesale", "Platin"))))
        .isInstanceOf(Fault.Misconfigured.class)
        .extracting(Fault::message)
        .isEqualTo(
            "shop.products.sharedCatalogs names 'Platin', but the shop has no such shared"
                + " catalogue; it has Default (General), Gold, DE, Wholesale");
  }

  @Test
  void aShopWithoutTheModulesIsTold() {
    shop.commerce = false;
    assertThat(wrong(shop.chosen("custom")).message())
        .startsWith("shop.products.sharedCatalogs needs Adobe Commerce with B2B")
        .contains("leave the setting out");
  }

  @Test
  void moreThanOnePageOfThemMustBeNamed() {
    IntStream.range(4, 310).forEach(id -> shop.catalogs.put(id, "Company " + id));
    assertThat(wrong(shop.chosen("custom")).message())
        .contains("has 308 custom shared catalogues")
        .contains("300")
        .contains("list the names");
  }
}
