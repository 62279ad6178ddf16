package dev.kontor.twin.shopware.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PHP's strip_tags leaves of a text, in its C source's terms. */
class TagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Kabel <b>rot</b>            | Kabel rot
          a < b > c                   | a < b > c
          `Länge <3m, rot`            | `Länge `
          rot <                       | `rot `
          <a title=">">x</a> 🚲       | x 🚲
          <a title='">'>x</a>         | x
          <a title="x                 | ``
          a<!-- x > y -->b            | ab
          a<!-->b                     | ab
          a<!-- b                     | a
          <<b>i>x                     | x
          <b < c>x                    | x
          He said "a" & 'b'           | He said "a" & 'b'
          """)
  void tagsGo(String text, String left) {
    assertThat(Tags.stripped(text)).isEqualTo(left);
  }
}
