package dev.kontor.connector.financeoperations;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.event.EventCheck;
import dev.kontor.connector.financeoperations.order.ChargesCheck;
import dev.kontor.connector.financeoperations.order.NamedItems;
import dev.kontor.connector.financeoperations.stock.VisibilityCheck;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Toolbox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reach, sign-in, rights and set-up of one legal entity; only reads. */
final class SetupCheck {

  private static final String COMPANIES = "LegalEntities";

  /** Languages whose refusals are told apart. */
  private static final List<String> LANGUAGES = List.of("en", "de");

  private final FnoSettings settings;
  private final FnoApi api;
  private final Toolbox toolbox;
  private final List<Finding> findings = new ArrayList<>();

  SetupCheck(FnoSettings settings, FnoApi api, Toolbox toolbox) {
    this.settings = settings;
    this.api = api;
    this.toolbox = toolbox;
  }

  List<Finding> findings() {
    if (reached()) {
      readable().forEach(this::read);
      if (findings.stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR)) {
        setUp();
      }
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  private List<String> readable() {
    List<String> sets =
        new ArrayList<>(
            List.of(
                settings.headers(),
                settings.lines(),
                "CustomersV3",
                "CustomerGroups",
                "ReleasedProductsV2",
                "SalesInvoiceHeadersV2"));
    if (settings.open().has("payments")) {
      sets.addAll(List.of("CustomerPaymentJournalHeaders", "CustomerPaymentJournalLines"));
    }
    return sets;
  }

  private boolean reached() {
    try {
      List<JsonNode> there =
          api.everywhere(COMPANIES, FnoApi.equal("LegalEntityId", settings.company()));
      if (there.isEmpty()) {
        findings.add(
            Finding.error(
                "setting company",
                "the environment has no legal entity " + settings.company(),
                "Correct the setting company, or let the service user into that legal entity."));
        return false;
      }
      findings.add(Finding.ok("sign-in", "signed in and found legal entity " + settings.company()));
      return true;
    } catch (FaultException e) {
      findings.add(unreachable(e.fault()));
      return false;
    }
  }

  private static Finding unreachable(Fault fault) {
    return switch (fault) {
      case Fault.SignInRefused refused ->
          Finding.error(
              "sign-in",
              refused.message(),
              "Check clientId, clientSecret and tenant, and that System administration, Setup,"
                  + " Microsoft Entra applications maps the client id to a user.");
      case Fault.Forbidden forbidden ->
          Finding.error(
              "rights",
              forbidden.message(),
              "Give the mapped user a role that reads " + COMPANIES + ".");
      case Fault.Misconfigured _,
          Fault.Invalid _,
          Fault.Unsupported _,
          Fault.Ambiguous _,
          Fault.Missing _,
          Fault.Conflict _,
          Fault.Throttled _,
          Fault.Unavailable _,
          Fault.OutcomeUnknown _ ->
          Finding.error("reach", fault.message(), "Check url and whether the environment is up.");
    };
  }

  private void read(String set) {
    try {
      api.after(set, FnoApi.COMPANY, "", 1, List.of(FnoApi.COMPANY));
    } catch (FaultException e) {
      findings.add(
          Finding.error(
              "rights",
              set + " cannot be read: " + e.fault().message(),
              "Give the mapped user a role that reads and writes " + set + "."));
    }
  }

  private void setUp() {
    customerGroup();
    items();
    language();
    findings.addAll(new EventCheck(settings, api).findings());
    findings.addAll(VisibilityCheck.findings(settings, toolbox));
    findings.addAll(ChargesCheck.findings(settings, api, toolbox));
    if (settings.open().path("taxes").isEmpty()) {
      findings.add(
          Finding.error(
              "setting taxes",
              "is empty, so that no order's totals can be foreseen",
              "Enter the rate of each sales tax group with each item sales tax group."));
    }
  }

  private void customerGroup() {
    String group = settings.settings().text("customerGroup");
    boolean there =
        api.rowsOf("CustomerGroups", "CustomerGroupId", List.of(group), List.of()).stream()
            .anyMatch(row -> Row.text(row, "CustomerGroupId").equalsIgnoreCase(group));
    findings.add(
        there
            ? Finding.ok("customer group", group + " is there")
            : Finding.error(
                "setting customerGroup",
                "the company has no customer group " + group,
                "Create it or correct the setting."));
  }

  private void items() {
    List<String> wrong = new NamedItems(settings, api).wrong();
    wrong.forEach(
        problem ->
            findings.add(
                Finding.error(
                    "items of settings", problem, "Release the item, or correct the setting.")));
    if (wrong.isEmpty()) {
      findings.add(Finding.ok("items of settings", "all are there and taxed"));
    }
  }

  private void language() {
    String language = settings.text("userLanguage", "en-us").toLowerCase(Locale.ROOT);
    if (LANGUAGES.stream().noneMatch(language::startsWith)) {
      findings.add(
          Finding.warning(
              "setting userLanguage",
              "update conflicts are recognised in English and German, not in " + language,
              "Set the service user's language to one of them: else an order that met a conflict is"
                  + " held instead of tried again."));
    }
  }
}
