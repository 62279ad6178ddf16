package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigProblemsTest {

  @TempDir Path directory;
  private Installation installation;

  @BeforeEach
  void setUp() {
    installation = new Installation(directory);
  }

  private List<Problem> problems(String yaml) {
    return catchThrowableOfType(ConfigException.class, () -> installation.load(yaml)).problems();
  }

  private Problem problem(String yaml) {
    List<Problem> problems = problems(yaml);
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  @Test
  void anUnknownFieldIsNamedWithItsNeighbour() {
    assertThat(problem(Installation.CONNECTIONS + "publicURL: https://hub.example\n"))
        .isEqualTo(
            new Problem("kontor.yaml", 8, "publicURL", "is unknown", "did you mean 'publicUrl'?"));
    assertThat(problem(Installation.CONNECTIONS.replace("url:", "ulr: x, url:")))
        .satisfies(
            p -> {
              assertThat(p.line()).isEqualTo(6);
              assertThat(p.path()).isEqualTo("connections.shop.settings.ulr");
              assertThat(p.remedy()).isEqualTo("did you mean 'url'?");
            });
  }

  @Test
  void aWrongTypeSaysWhatIsExpected() {
    assertThat(problem(Installation.CONNECTIONS + "overlays: x.yaml\n").toString())
        .isEqualTo(
            "kontor.yaml:8: overlays: has the wrong type; expected: a list of files that change"
                + " shipped mappings, relative to this file");
    assertThat(
            problem(
                    Installation.CONNECTIONS.replace(
                        "zone: Europe/Berlin", "zone: Europe/Berlin\n    settle: 20 minutes"))
                .toString())
        .isEqualTo(
            "kontor.yaml:5: connections.shop.settle: has the wrong form; expected: a duration such"
                + " as PT30S, PT20M, PT1H or P3D");
  }

  @Test
  void whatACustomerMayOweIsTheErpsWordAlone() {
    String pack = "packs: [{use: books--web, roles: {shop: shop, erp: erp}, flows: {%s}}]\n";
    String credit = "customers: {owners: {creditLimit: latest}}";
    assertThat(problem(Installation.CONNECTIONS + pack.formatted(credit)).toString())
        .contains("gives creditLimit of the flow 'customers' to another owner than the ERP");
    String nobody = "customers: {owners: {email: somebody}}";
    assertThat(problem(Installation.CONNECTIONS + pack.formatted(nobody)).toString())
        .contains("customers.owners.email", "use one of erp, latest, shop");
  }

  @Test
  void unknownConnectorsAndPacksSuggestTheNearest() {
    assertThat(problem(Installation.CONNECTIONS.replace("books", "boks")).toString())
        .contains("connections.erp.connector: is not known; did you mean 'books'?");
    assertThat(
            problem(
                    Installation.CONNECTIONS
                        + "packs: [{use: book-web, roles: {shop: shop, erp: erp}}]\n")
                .toString())
        .contains("packs[0].use: is not known; did you mean 'books--web'?");
  }

  @Test
  void missingSettingsAreNamed() {
    assertThat(problem(Installation.CONNECTIONS.replace("url: \"https://shop.example\", ", "")))
        .satisfies(
            p -> {
              assertThat(p.path()).isEqualTo("connections.shop.settings.url");
              assertThat(p.problem()).isEqualTo("is missing");
              assertThat(p.remedy()).contains("the shop's address");
            });
  }

  @Test
  void plainSecretsAreRefusedWithoutBeingShown() {
    Problem problem = problem(Installation.CONNECTIONS.replace("{env: SHOP_SECRET}", "hunter22"));

    assertThat(problem.path()).isEqualTo("connections.shop.settings.secret");
    assertThat(problem.toString())
        .contains("{env: NAME} or {file: path}", "never stands in the configuration")
        .doesNotContain("hunter22");
  }

  @Test
  void missingOrUnfitSecretsAreNamedButNeverShown() {
    installation.environment.clear();
    assertThat(problem(Installation.CONNECTIONS).toString())
        .contains("environment variable SHOP_SECRET is not set");
    installation.environment.put("SHOP_SECRET", "abc");
    assertThat(problem(Installation.CONNECTIONS).toString())
        .contains("connections.shop.settings.secret", "minLength")
        .doesNotContain("abc");
    assertThat(problem(Installation.CONNECTIONS.replace("env: SHOP_SECRET", "file: nowhere")))
        .extracting(Problem::problem)
        .isEqualTo("the file nowhere cannot be read or is empty");
  }

  @Test
  void namesGivenTwiceAreRefused() {
    assertThat(problem(Installation.CONNECTIONS + "  erp: {connector: books}\n").toString())
        .isEqualTo("kontor.yaml:8: connections.erp: is named twice; correct the file at this line");
    String use = "  - {use: books--web, roles: {shop: shop, erp: erp}}\n";
    assertThat(problems(Installation.CONNECTIONS + "packs:\n" + use + use))
        .hasSize(3)
        .allSatisfy(
            p -> {
              assertThat(p.path()).isEqualTo("packs[1]");
              assertThat(p.problem()).contains("a second flow named");
              assertThat(p.remedy()).contains("prefix");
            });
  }

  @Test
  void rolesAndFlowsOfAPackAreChecked() {
    List<Problem> problems =
        problems(
            Installation.CONNECTIONS
                + """
                packs:
                  - use: books--web
                    roles: {shop: shopp, erp: shop, wms: erp}
                    flows: {order: {enabled: true}}
                """);

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "kontor.yaml:10: packs[0].roles.wms: is no role of the pack; remove it, or use one of"
                + " erp, shop",
            "kontor.yaml:10: packs[0].roles.shop: names the connection 'shopp', which is not"
                + " configured; did you mean 'shop'?",
            "kontor.yaml:10: packs[0].roles.erp: names a connection to web; name one whose"
                + " connector is books",
            "kontor.yaml:11: packs[0].flows.order: is no flow of the pack; did you mean 'orders'?");
  }

  @Test
  void limitsZonesAndPaymentStatesAreChecked() {
    assertThat(
            problem(
                    Installation.CONNECTIONS.replace(
                        "zone: Europe/Berlin",
                        "limits: {concurent-requests: 3}\n    zone: Europe/Berlin"))
                .toString())
        .contains("did you mean 'concurrent-requests'?");
    assertThat(problem(Installation.CONNECTIONS.replace("Europe/Berlin", "Europe/Bonn")))
        .extracting(Problem::problem)
        .isEqualTo("names no time zone");
    assertThat(
            problem(
                    Installation.CONNECTIONS
                        + """
                        packs:
                          - use: books--web
                            roles: {shop: shop, erp: erp}
                            flows: {orders: {conditions: {paymentStates: {"*": [PAYED]}}}}
                        """)
                .toString())
        .contains("paymentStates.*[0]: is not known; did you mean 'PAID'?");
  }

  @Test
  void aDayThatDoesNotExistIsRefused() {
    assertThat(
            problem(
                    Installation.CONNECTIONS
                        + """
                        packs:
                          - use: books--web
                            roles: {shop: shop, erp: erp}
                            flows: {orders: {conditions: {from: 2026-02-30}}}
                        """)
                .toString())
        .isEqualTo(
            "kontor.yaml:11: packs[0].flows.orders.conditions.from: is no day of the calendar;"
                + " write a day such as 2026-01-31");
  }

  @Test
  void aTimeToCompareWhatCannotBeComparedIsRefused() {
    String flows =
        Installation.CONNECTIONS
            + """
            packs:
              - use: books--web
                roles: {shop: shop, erp: erp}
                flows: {customers: {reconcile: "%s"}}
            """;
    assertThat(problem(flows.formatted("03:00")).toString())
        .contains("to compare the flow 'customers', which cannot be compared");
    assertThat(problem(flows.replace("customers", "orders").formatted("3 am")).toString())
        .contains("packs[0].flows.orders.reconcile: ")
        .contains("a time of day such as");
  }

  @Test
  void tablesAndOverlaysNameTheirOwnFiles() {
    installation.file("t.csv", "a;b\nc\na;d\n").file("o.yaml", "rules: []\noverlay: web/ordr.in\n");

    assertThat(
            problems(
                Installation.CONNECTIONS
                    + "tables: {t: {file: t.csv}, u: {file: u.csv}}\noverlays: [o.yaml, p.yaml]\n"))
        .extracting(Problem::toString)
        .anyMatch(p -> p.startsWith("t.csv:2: is no row of two columns"))
        .anyMatch(p -> p.startsWith("t.csv:3: 'a' is there twice"))
        .anyMatch(p -> p.startsWith("kontor.yaml:8: tables.u.file: the file u.csv"))
        .anyMatch(p -> p.startsWith("o.yaml:2: overlay: changes the mapping 'web/ordr.in'"))
        .anyMatch(p -> p.startsWith("kontor.yaml:9: overlays[1]: cannot be read"))
        .hasSize(5);
  }

  @Test
  void brokenYamlAndAbsentFilesAreSaidPlainly() {
    assertThat(problem("connections: [").toString()).startsWith("kontor.yaml:1: ");
    assertThat(problem("connections: &a {x: *a}").toString()).contains("contains itself");
    ConfigException absent =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                ConfigLoader.load(
                    directory.resolve("none.yaml"), Map.of(), Installation.installed()));
    assertThat(absent).hasMessageStartingWith("none.yaml: cannot be read");
  }
}
