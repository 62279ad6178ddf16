package dev.kontor.twin.businesscentral.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published page takes what its description says, in its order, and nothing else. */
class SoapStrictnessTest {

  private final SoapCaller page = new SoapCaller();

  @AfterEach
  void close() {
    page.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Create | <Web_Data><Title>t</Title><Item_No>1000</Item_No></Web_Data> | is unexpected",
        "Create | <Web_Data><Item_No>1000</Item_No><Colour>red</Colour></Web_Data> | is unexpected",
        "Create | <web_data><Item_No>1000</Item_No></web_data> | is unexpected",
        "Create | <Web_Data xmlns=''><Item_No>1000</Item_No></Web_Data> | is not of namespace",
        "Create | <Web_Data><Item_No>1000</Item_No><Title>longer than ten</Title></Web_Data> | length",
        "Create | <Web_Data><Item_No>1000</Item_No><Grade>Z</Grade></Web_Data> | is not an option",
        "Create | <Web_Data><Item_No>none</Item_No></Web_Data> | cannot be found",
        "Update | <Web_Data><Title>t</Title></Web_Data> | key is not valid",
        "ReadMultiple | <setSize>1</setSize><bookmarkKey/> | is unexpected",
        "ReadMultiple | <filter><Field>Colour</Field></filter><setSize>1</setSize> | is no field",
        "Delete | <Key>x</Key> | is not simulated"
      })
  void whatIsNotAsDescribedIsRefused(String operation, String content, String why)
      throws Exception {
    HttpResponse<String> answer = page.perform(operation, content);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("<faultstring").containsIgnoringCase(why);
  }
}
