package dev.kontor.connector.financeoperations.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.CannedErp;
import dev.kontor.spi.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a package is put before it is imported. */
class PackageStoreTest {

  @ParameterizedTest
  @CsvSource({"403, Conflict", "404, Conflict", "500, Unavailable", "429, Throttled"})
  void aStoreThatRefusesThePackageIsTriedAnewAndItsAddressNotTold(int status, String fault) {
    try (CannedErp erp = PackageErp.of(PackageErp.CODES)) {
      PackageErp.offers(erp, PackageErp.address(erp));
      erp.on("PUT /store/a.zip", status, "<Error/>");
      Fault refused = (Fault) PackageErp.created(erp);
      assertThat(refused.getClass().getSimpleName()).isEqualTo(fault);
      assertThat(refused.message()).doesNotContain("secret");
      assertThat(erp.calls()).noneMatch(call -> call.contains("ImportFromPackage"));
    }
  }

  @ParameterizedTest
  @CsvSource({"ftp://127.0.0.1/a", "nowhere", "''"})
  void anAddressOfAnotherKindIsNotWrittenTo(String address) {
    try (CannedErp erp = PackageErp.of(PackageErp.CODES)) {
      PackageErp.offers(erp, address);
      assertThat(PackageErp.created(erp))
          .isInstanceOfSatisfying(
              Fault.Unavailable.class,
              none -> assertThat(none.message()).contains("answered no address of http"));
    }
  }
}
