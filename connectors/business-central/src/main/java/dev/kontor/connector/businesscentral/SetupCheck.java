package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Proves reach, sign-in, rights and set-up of a connection; only reads. */
final class SetupCheck {

  static final List<String> READ =
      List.of(
          "companyInformation",
          "currencies",
          "currencyExchangeRates",
          "taxAreas",
          "accounts",
          "items",
          "itemVariants",
          "itemCategories",
          "itemLedgerEntries",
          LocationCodes.SET,
          "customers",
          "salesOrders",
          "salesInvoices",
          "salesShipments",
          "salesCreditMemos");

  /** Only where payments are entered; their lines show with a journal only. */
  static final List<String> PAYMENTS = List.of(PaymentJournals.JOURNALS, PaymentJournals.ENTRIES);

  /** Done without where an older environment lacks them. */
  private static final List<String> SPARED =
      List.of(
          LocationCodes.SET,
          "salesShipments",
          "salesCreditMemos",
          "itemCategories",
          "currencyExchangeRates");

  private final Configuration configuration;
  private final Company company;

  SetupCheck(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
  }

  List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    if (reached(findings)) {
      part("rights", findings, this::rights);
      if (findings.stream().noneMatch(found -> found.severity() == Finding.Severity.ERROR)) {
        BookingCheck booking = new BookingCheck(configuration, company);
        part("API fields", findings, booking::fields);
        part("VAT table", findings, booking::vat);
        part("accounts", findings, booking::accounts);
        part("codes of orders", findings, new EntryCheck(configuration, company)::run);
        part("collective debtors", findings, booking::debtors);
        part(
            "order location",
            findings,
            new OrderLocation(configuration, new LocationCodes(company))::check);
        if (PaymentJournals.isSet(configuration)) {
          part("payment journals", findings, new JournalCheck(configuration, company)::run);
        }
        part("posting", findings, new PostingCheck(configuration, company)::run);
        part("article numbers", findings, new SkuCheck(configuration, company)::run);
        part("companion app", findings, new CompanionCheck(configuration, company)::run);
        part("partners' pages", findings, new JoinedCheck(configuration, company)::run);
        part("webhooks", findings, new WebhookCheck(configuration, company)::run);
      }
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return findings;
  }

  private boolean reached(List<Finding> findings) {
    try {
      company.client().all(ODataQuery.of("companyInformation").select(List.of("displayName")));
      findings.add(Finding.ok("sign-in", "signed in and found company " + configuration.company()));
      configuration.service().weakness().ifPresent(findings::add);
      return true;
    } catch (FaultException e) {
      findings.add(unreachable(e.fault()));
      return false;
    }
  }

  private Finding unreachable(Fault fault) {
    return switch (fault) {
      case Fault.SignInRefused refused ->
          Finding.error("sign-in", refused.message(), configuration.service().signInRemedy());
      case Fault.Misconfigured wrong ->
          Finding.error("setting " + wrong.setting(), wrong.problem(), "Correct the setting.");
      case Fault.Forbidden forbidden ->
          Finding.error(
              "rights",
              forbidden.message(),
              "Grant the application a permission set that reads " + forbidden.resource() + ".");
      case Fault.Invalid _,
          Fault.Unsupported _,
          Fault.Ambiguous _,
          Fault.Missing _,
          Fault.Conflict _,
          Fault.Throttled _,
          Fault.Unavailable _,
          Fault.OutcomeUnknown _ ->
          Finding.error("reach", fault.message(), configuration.service().reachRemedy());
    };
  }

  private void rights(List<Finding> findings) {
    List<String> needed = new ArrayList<>(READ);
    if (PaymentJournals.isSet(configuration)) {
      needed.addAll(PAYMENTS);
    }
    for (String entitySet : needed) {
      if (!company.model().has(entitySet)) {
        findings.add(absent(entitySet));
        continue;
      }
      try {
        company.client().page(ODataQuery.of(entitySet).top(1), 1);
      } catch (FaultException e) {
        findings.add(
            Finding.error(
                "rights",
                entitySet + " cannot be read: " + e.getMessage(),
                "Grant the application a permission set that reads " + entitySet + "."));
      }
    }
  }

  private static Finding absent(String entitySet) {
    String problem = "the API of this environment has no " + entitySet;
    return SPARED.contains(entitySet)
        ? Finding.warning("API", problem, "Update the environment; until then it is not looked at.")
        : Finding.error("API", problem, "Update the environment; the connector needs it.");
  }

  private static void part(String subject, List<Finding> findings, Consumer<List<Finding>> check) {
    int before = findings.size();
    try {
      check.accept(findings);
      if (findings.size() == before) {
        findings.add(Finding.ok(subject, "in order"));
      }
    } catch (FaultException e) {
      findings.add(Finding.error(subject, e.fault().message(), "Run the check again."));
    }
  }
}
