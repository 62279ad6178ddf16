package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.mapping.Mapping;
import dev.kontor.engine.mapping.MappingCompiler;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PaymentState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tutorial's mapping translates the tutorial's order. */
class TutorialTest {

  /** The page's block of that language with that text in it. */
  private static String block(String language, String text) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "tutorial.md"));
    Matcher blocks = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
    while (blocks.find()) {
      if (blocks.group(1).contains(text)) {
        return blocks.group(1);
      }
    }
    throw new AssertionError("docs/tutorial.md has no " + language + " with " + text);
  }

  @Test
  void itsMappingTranslatesItsOrder() throws IOException {
    Mapping mapping =
        new MappingCompiler(Map.of(), Set.of())
            .compile("tutorial.md", block("yaml", "mapping: corner-shop/order.in\n"));
    Order order =
        ModelJson.mapper()
            .treeToValue(
                mapping.apply(ModelJson.parse(block("json", "T-1001")), Pack.nothing()),
                Order.class);
    assertThat(order.number()).isEqualTo("T-1001");
    assertThat(order.paymentState()).isEqualTo(PaymentState.PAID);
    assertThat(order.total().gross()).isEqualByComparingTo(new BigDecimal("119.80"));
    assertThat(order.lines().getFirst().taxes()).isEqualTo(order.taxes());
    assertThat(order.customer().matchKey()).isEqualTo("email:ada@example.org");
  }
}
