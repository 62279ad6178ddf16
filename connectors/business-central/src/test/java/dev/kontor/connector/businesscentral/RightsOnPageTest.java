package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.ConnectorPage;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Descriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page asks for the rights that the connector uses, and says what the app's pages are for. */
class RightsOnPageTest {

  private final ConnectorPage page = ConnectorPage.of("business-central");
  private final Descriptor descriptor = new BusinessCentralProvider().descriptor();

  @Test
  void eachPageThatTheCheckReadsHasTheRightsThatItsDocumentsNeed() {
    Map<String, String> told = new LinkedHashMap<>();
    for (List<String> row : page.table("Rights", "page of API v2.0")) {
      told.put(ConnectorPage.code(row.getFirst()).getFirst(), row.get(1));
    }
    Map<String, String> needed = new LinkedHashMap<>();
    for (String set : SetupCheck.READ) {
      needed.put(set, "R");
    }
    CodeLists.SETS.forEach(set -> needed.put(set, "R"));
    for (String set : SetupCheck.PAYMENTS) {
      needed.put(set, "R");
    }
    needed.put(PaymentJournals.LINES, "R" + writes(EntityType.PAYMENT));
    needed.put("customers", "R" + writes(EntityType.CUSTOMER));
    needed.put("salesShipments", "R" + writes(EntityType.SHIPMENT));
    needed.put("salesInvoices", "R" + writes(EntityType.INVOICE));
    needed.put("items", "R" + writes(EntityType.PRODUCT));
    needed.put("itemVariants", "R" + writes(EntityType.PRODUCT));
    needed.put("unitsOfMeasure", "R");
    needed.put("salesOrders", "R" + writes(EntityType.ORDER));
    // A draft that turned out not to be what was wanted is deleted again.
    needed.put("salesCreditMemos", "R" + writes(EntityType.CREDIT_MEMO) + "D");
    needed.put("subscriptions", "RIMD");
    assertThat(told).isEqualTo(needed);
  }

  private String writes(EntityType type) {
    return (descriptor.can(type, Ability.CREATE) ? "I" : "")
        + (descriptor.can(type, Ability.UPDATE) ? "M" : "")
        + (descriptor.can(type, Ability.DELETE) ? "D" : "");
  }

  @Test
  void eachPageOfTheAppIsToldAsTheCheckTellsIt() {
    Map<String, String> told = new LinkedHashMap<>();
    for (List<String> row : page.table("Companion app", "without the page")) {
      told.put(ConnectorPage.code(row.getFirst()).getFirst(), row.get(1));
    }
    assertThat(told).isEqualTo(CompanionPages.WITHOUT);
  }

  @Test
  void theAppsPermissionSetIsTheOneTheAppHas() throws IOException {
    List<String> sets =
        page.table("Rights", "permission set").stream().map(row -> row.getFirst()).toList();
    String app = Files.readString(Path.of("companion/src/KontorHub.PermissionSet.al"));
    String own = ConnectorPage.code(sets.getLast()).getFirst();
    assertThat(app).contains("\"" + own + "\"");
  }
}
