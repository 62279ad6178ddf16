package dev.kontor.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MappingTest {

  private final Bench bench = new Bench();

  private Fault fault(String rules, String document) {
    return catchThrowableOfType(FaultException.class, () -> bench.result(rules, document)).fault();
  }

  @Test
  void pathsReachFieldsElementsAndOddNames() {
    assertThat(
            bench.result(
                """
                - {to: a.first, path: "items[0].name"}
                - {to: a.last, path: "items[-1].name"}
                - {to: tag, path: "`@odata.etag`"}
                - {to: all, path: $}
                """,
                "{'items':[{'name':'x'},{'name':'y'}],'@odata.etag':'W/1'}"))
        .isEqualTo(
            "{'a':{'first':'x','last':'y'},'tag':'W/1',"
                + "'all':{'items':[{'name':'x'},{'name':'y'}],'@odata.etag':'W/1'}}");
  }

  @Test
  void absentOrNullWritesNothingUnlessThereIsADefault() {
    assertThat(
            bench.result(
                """
                - {to: a, path: gone.deeper}
                - {to: b, path: nothing}
                - {to: c, path: gone, default: none}
                - {to: d, path: gone, default: null}
                """,
                "{'nothing':null}"))
        .isEqualTo("{'c':'none','d':null}");
  }

  @Test
  void inlineValuesTranslateAndNameWhatIsNotInThem() {
    String rules = "- {to: basis, path: taxStatus, values: {gross: GROSS, 'true': 1}}";

    assertThat(bench.result(rules, "{'taxStatus':'gross'}")).isEqualTo("{'basis':'GROSS'}");
    assertThat(bench.result(rules, "{'taxStatus':true}")).isEqualTo("{'basis':1}");
    assertThat(fault(rules, "{'taxStatus':'odd'}").message())
        .contains("basis: ", "'odd'", "add it", "test/thing.in");
  }

  @Test
  void tablesOfTheConfigurationTranslateAndNameWhatIsNotInThem() {
    bench.table("terms", Map.of("invoice", "14D"));
    String rules = "- {to: terms, path: method, table: terms}";

    assertThat(bench.result(rules, "{'method':'invoice'}")).isEqualTo("{'terms':'14D'}");
    assertThat(fault(rules, "{'method':'cash'}"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("terms");
              assertThat(invalid.problem())
                  .contains("table 'terms'", "'cash'", "add it under tables.terms");
            });
    assertThat(
            bench.result(
                "- {to: t, path: method, table: absent, default: null}", "{'method':'cash'}"))
        .isEqualTo("{'t':null}");
  }

  @Test
  void lookUpGivesTheTargetsIdOrSaysWhatIsMissingWithoutShowingTheKey() {
    bench.crossrefs.put("customer email:a@b.example", "4711");
    String rules = "- {to: customerId, lookup: customer, path: customer.matchKey}";

    assertThat(bench.result(rules, "{'customer':{'vatIds':[],'email':' A@B.example'}}"))
        .isEqualTo("{'customerId':'4711'}");
    assertThat(fault(rules, "{'customer':{'vatIds':['DE 12'],'email':'a@b.example'}}"))
        .isInstanceOfSatisfying(
            Fault.Missing.class,
            missing -> {
              assertThat(missing.type()).isEqualTo(EntityType.CUSTOMER);
              assertThat(missing.key()).isEqualTo("vat:DE12");
              assertThat(missing.message())
                  .contains("customerId", "erp", "test/thing.in")
                  .doesNotContain("DE12");
            });
    assertThat(fault(rules, "{'customer':{'vatIds':[]}}").message())
        .contains("customerId: the document has no customer.matchKey");
  }

  @Test
  void eachTranslatesElementsItsConditionChooses() {
    assertThat(
            bench.result(
                """
                - to: deliveries
                  each: deliveries
                  when: "shippingCosts.totalPrice >= 0"
                  rules:
                    - {to: id, path: id}
                    - {to: order, path: $root.number}
                - {to: tags, each: tags, path: name}
                - {to: none, each: absent, path: name}
                """,
                "{'number':'7','tags':[{'name':'x'},{}],'deliveries':["
                    + "{'id':'a','shippingCosts':{'totalPrice':4.90}},"
                    + "{'id':'b','shippingCosts':{'totalPrice':-4.90}},"
                    + "{'id':'c','shippingCosts':{'totalPrice':0}}]}"))
        .isEqualTo("{'deliveries':[{'id':'a','order':'7'},{'id':'c','order':'7'}],'tags':['x']}");
  }

  @Test
  void messagesNameTheElement() {
    assertThat(
            fault(
                    """
                    - to: lines
                      each: lines
                      rules:
                        - {to: kind, path: type, values: {a: A}}
                    """,
                    "{'lines':[{'type':'a'},{'type':'z'}]}")
                .message())
        .startsWith("lines[1].kind: ");
  }

  @Test
  void callsGetPathsVariablesAndConstants() {
    bench.settings = ModelJson.parse("{\"account\":\"8400\"}");
    bench.functions.put("list", arguments -> ModelJson.tree(arguments));

    assertThat(
            bench.result(
                "- {to: x, call: list, with: [$, $settings.account, $connection, gone, 3]}",
                "{'a':1}"))
        .isEqualTo("{'x':[{'a':1},'8400','erp',null,3]}");
  }

  @Test
  void aFunctionsRefusalNamesTheMappingToo() {
    bench.functions.put(
        "refuse",
        arguments -> {
          throw new FaultException(new Fault.Invalid("lines[0].taxes", "are empty", null));
        });

    assertThat(fault("- {to: lines, call: refuse}", "{}").message())
        .isEqualTo("lines[0].taxes: are empty (mapping test/thing.in, lines)");
  }

  @Test
  void aFunctionThatBreaksIsADeadLetterWithoutQuotingTheDocument() {
    bench.functions.put(
        "breaks",
        arguments -> {
          throw new IllegalStateException("Erika");
        });

    assertThat(fault("- {to: lines, call: breaks}", "{}"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid ->
                assertThat(invalid.message())
                    .contains("lines: the function breaks fails with IllegalStateException")
                    .doesNotContain("Erika"));
  }

  @Test
  void conditionsLeaveRulesOut() {
    assertThat(
            bench.result(
                """
                - {to: a, path: name, when: "$exists(company)"}
                - {to: b, const: [], when: "kind = 'x'", default: 3}
                """,
                "{'name':'n','company':null,'kind':'y'}"))
        .isEqualTo("{}");
  }

  @Test
  void theSourceStaysAsItIs() {
    JsonNode source = ModelJson.parse("{\"address\":{\"city\":\"Bern\"}}");
    JsonNode result =
        bench
            .mapping(
                """
                - {to: billTo, path: address}
                - {to: billTo.country, const: CH}
                """)
            .apply(source, bench);

    assertThat(Bench.show(result)).isEqualTo("{'billTo':{'city':'Bern','country':'CH'}}");
    assertThat(Bench.show(source)).isEqualTo("{'address':{'city':'Bern'}}");
  }

  @Test
  void conversionsGiveTheTypeAskedFor() {
    assertThat(
            bench.result(
                """
                - {to: decimal, path: n, as: decimal}
                - {to: number, path: s, as: number}
                - {to: integer, path: w, as: integer}
                - {to: flag, path: f, as: boolean}
                - {to: text, path: n, as: text}
                """,
                "{'n':1.10,'s':'1.10','w':'12.00','f':1}"))
        .isEqualTo("{'decimal':'1.10','number':1.10,'integer':12,'flag':true,'text':'1.10'}");
    assertThat(fault("- {to: n, path: n, as: integer}", "{'n':1.5}").message())
        .contains("n: has decimals");
  }

  @Test
  void datesAreReadInTheirFormAndWrittenInTheCompanysZone() {
    bench.settings = ModelJson.parse("{\"zone\":\"Europe/Berlin\"}");
    assertThat(
            bench.result(
                """
                - {to: day, path: at, as: date, zone: $settings.zone}
                - {to: instant, path: at, as: datetime}
                - {to: german, path: german, as: date, format: dd.MM.uuuu}
                - {to: local, path: local, as: datetime, format: "dd.MM.uuuu HH:mm", zone: Europe/Vienna}
                """,
                "{'at':'2026-06-30T22:30:00.000+00:00','german':'01.07.2026','local':'01.07.2026 00:30'}"))
        .isEqualTo(
            "{'day':'2026-07-01','instant':'2026-06-30T22:30:00Z','german':'2026-07-01',"
                + "'local':'2026-06-30T22:30:00Z'}");
    assertThat(fault("- {to: d, path: d, as: date}", "{'d':'1.2.1980'}").message())
        .contains("9.9.9999", "format")
        .doesNotContain("1980");
  }
}
