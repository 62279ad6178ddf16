package dev.kontor.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExpressionTest {

  private final Bench bench = new Bench();

  private String value(String expression, String document) {
    return bench.result("- to: x\n  expr: |-\n" + expression.indent(4), document);
  }

  @Test
  void moneyFunctionsAreExact() {
    String document = "{'a':1.005,'b':'0.10','c':0.2,'big':12345678901234567890.12}";

    assertThat(value("$money(a, 2)", document)).isEqualTo("{'x':'1.01'}");
    assertThat(value("$add(b, c)", document)).isEqualTo("{'x':'0.30'}");
    assertThat(value("$sub(b, c, 1)", document)).isEqualTo("{'x':'-1.10'}");
    assertThat(value("$mul(big, '1.0')", document)).isEqualTo("{'x':'12345678901234567890.120'}");
    assertThat(value("$neg(b)", document)).isEqualTo("{'x':'-0.10'}");
    assertThat(value("$dec(b)", document)).isEqualTo("{'x':0.10}");
    assertThat(value("$money($mul(a, 0.19), 2)", document)).isEqualTo("{'x':'0.19'}");
  }

  @Test
  void anAbsentAmountIsNeverZero() {
    assertThatThrownBy(() -> value("$add(gone, 1)", "{}"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("x: ")
        .hasMessageContaining("gives $add an absent amount");
  }

  @Test
  void numbersPassThroughUnchanged() {
    assertThat(value("price", "{'price':12345678901234567890.10}"))
        .isEqualTo("{'x':12345678901234567890.10}");
    assertThat(value("lines.amount", "{'lines':[{'amount':1.10},{'amount':2.00}]}"))
        .isEqualTo("{'x':[1.10,2.00]}");
    assertThat(value("$string(price)", "{'price':1.10}")).isEqualTo("{'x':'1.10'}");
    assertThat(value("price & ' EUR'", "{'price':1.10}")).isEqualTo("{'x':'1.10 EUR'}");
  }

  @Test
  void textsAreTrimmedJoinedAndChosen() {
    assertThat(value("$trim(comment)", "{'comment':'  a  b '}")).isEqualTo("{'x':'a b'}");
    assertThat(value("$trim(comment)", "{'comment':null}")).isEqualTo("{}");
    assertThat(value("$join([first, last], ' ')", "{'first':'A','last':null}"))
        .isEqualTo("{'x':'A'}");
    assertThat(value("lines[kind='a'].{'k': kind}", "{'lines':[{'kind':'a'},{'kind':'b'}]}"))
        .isEqualTo("{'x':{'k':'a'}}");
  }

  @Test
  void variablesReachDocumentSettingsAndConnection() {
    bench.settings = ModelJson.parse("{\"prefix\":\"SW-\"}");

    assertThat(value("$settings.prefix & $root.number & '@' & $connection", "{'number':'7'}"))
        .isEqualTo("{'x':'SW-7@erp'}");
  }

  @Test
  void endlessExpressionsAreCutOff() {
    assertThatThrownBy(() -> value("( $f := function($n) { 1 + $f($n) }; $f(1) )", "{}"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("recursion too deep");
    assertThatThrownBy(() -> value("( $f := function($n) { $f($n) }; $f(1) )", "{}"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("longer than one second");
  }

  @Test
  void failuresDoNotQuoteTheDocument() {
    assertThatThrownBy(() -> value("name > 3", "{'name':'Erika'}"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("T2009")
        .hasMessageNotContaining("Erika");
  }

  @Test
  void manyThreadsShareOneExpression() throws Exception {
    Mapping mapping = bench.mapping("- {to: x, expr: \"$join(list.($string(n) & $root.s), ',')\"}");
    List<Future<JsonNode>> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 500; i++) {
        String document = "{\"s\":\"-" + i + "\",\"list\":[{\"n\":1},{\"n\":" + i + "}]}";
        results.add(threads.submit(() -> mapping.apply(ModelJson.parse(document), bench)));
      }
    }
    for (int i = 0; i < 500; i++) {
      assertThat(Bench.show(results.get(i).get()))
          .isEqualTo("{'x':'1-" + i + "," + i + "-" + i + "'}");
    }
  }
}
