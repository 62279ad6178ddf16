package dev.kontor.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls between the modules, checked on what was compiled. */
final class ModuleRulesTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.kontor");

  @Test
  void onlyTheEdgeKnowsSpring() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.kontor.app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..")
        .because("Spring lives in app only")
        .check(CLASSES);
  }

  @Test
  void connectorsSeeModelSpiAndKitOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.kontor.connector..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.kontor.engine..",
            "dev.kontor.app..",
            "dev.kontor.twin..",
            "dev.kontor.flows..",
            "dev.kontor.contract..")
        .because("a connector is written against spi, kit and model")
        .check(CLASSES);
  }

  @Test
  void twinsKnowNothingOfTheHub() {
    noClasses()
        .that()
        .resideInAPackage("dev.kontor.twin..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.kontor.connector..",
            "dev.kontor.engine..",
            "dev.kontor.app..",
            "dev.kontor.spi..",
            "dev.kontor.kit..")
        .because("one misreading of a system must not hide in twin and connector alike")
        .check(CLASSES);
  }

  @Test
  void theEngineKnowsNoSystem() {
    noClasses()
        .that()
        .resideInAPackage("dev.kontor.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.kontor.connector..", "dev.kontor.app..", "dev.kontor.twin..", "dev.kontor.kit..")
        .because("whatever is special about a system belongs to its connector")
        .check(CLASSES);
  }

  @Test
  void theSpiDependsOnTheModelOnly() {
    classes()
        .that()
        .resideInAPackage("dev.kontor.spi..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.kontor.spi..",
            "dev.kontor.model..",
            "java..",
            // Every answer of the JDK's HTTP interface names it.
            "javax.net.ssl..",
            "tools.jackson..",
            "org.jspecify..")
        .because("a connector author should need nothing else")
        .check(CLASSES);
  }

  @Test
  void theModelDependsOnNothingOfTheHub() {
    classes()
        .that()
        .resideInAPackage("dev.kontor.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.kontor.model..",
            "java..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify..")
        .because("every system is translated to and from it")
        .check(CLASSES);
  }

  @Test
  void theKitSeesSpiAndModelOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.kontor.kit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.kontor.engine..",
            "dev.kontor.app..",
            "dev.kontor.twin..",
            "dev.kontor.connector..")
        .because("it helps connector authors and nobody else")
        .check(CLASSES);
  }
}
