package dev.kontor.connector.magento.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shop's form of a chosen value, by the option's type. */
class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "field | ' For Ada, 2026 ' | For Ada, 2026",
        "drop_down | 7 | Gold",
        "radio | 9 | 9",
        "checkbox | 8,7 | 'Silver, matt, Gold'",
        "multiple | 7 | Gold",
        "date | 2026-12-24 00:00:00 | 2026-12-24",
        "date | 12,24,2026,2026-12-24 00:00:00 | 2026-12-24",
        "time | 2026-12-02 14:30:00 | 14:30",
        "date_time | 12,24,2026,2,30,pm,2026-12-24 14:30:00 | 2026-12-24 14:30",
        "date | soon | soon",
        "file | 'image/png,a.png,/var/www/x,secret' | 'file, see the order in the shop'"
      })
  void isWhatPeopleRead(String type, String raw, String words) {
    String option =
        """
        {"type": "%s", "values": [{"option_type_id": 7, "title": "Gold"},
         {"option_type_id": 8, "title": "Silver, matt"}]}"""
            .formatted(type);
    assertThat(Words.of(ModelJson.parse(option), raw)).isEqualTo(words);
  }
}
