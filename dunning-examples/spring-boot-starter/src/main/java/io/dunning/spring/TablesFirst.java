package io.dunning.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/** Tells Spring Boot that the tables come first, also before beans of the application's own. */
final class TablesFirst {
  private TablesFirst() {}

  /** Who makes the tables. */
  static final class Makers extends AbstractBeansOfTypeDatabaseInitializerDetector {
    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
      return Set.of(DunningMigration.class);
    }
  }

  /** Who uses them. */
  static final class Users extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {
    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
      return Set.of(Tenants.class, Books.class, PolicyArchive.class, Outbox.class, Attempts.class);
    }
  }
}
