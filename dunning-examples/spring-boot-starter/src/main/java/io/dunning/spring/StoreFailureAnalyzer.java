package io.dunning.spring;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;

/**
 * Says in a few lines that the books have no database, or two. It comes before the analyzers of
 * Spring Boot, which would advise an embedded database or a bean {@link Books}.
 */
final class StoreFailureAnalyzer implements FailureAnalyzer, Ordered {
  private static final List<Class<?>> NEED_A_DATABASE =
      List.of(Books.class, DunningRun.class, Approvals.class, Deliveries.class, Tenants.class);

  private static final String SET_ONE =
      "Set spring.datasource.url=jdbc:postgresql://HOST/DATABASE, spring.datasource.username and "
          + "spring.datasource.password.";

  private final BeanFactory beans;

  StoreFailureAnalyzer(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public int getOrder() {
    return -100;
  }

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof NoSuchBeanDefinitionException missing
          && missing.getBeanType() != null
          && NEED_A_DATABASE.contains(missing.getBeanType())) {
        return missing(missing.getBeanType(), each);
      }
      // Spring Boot hides this type
      if (each.getClass().getSimpleName().equals("DataSourceBeanCreationException")) {
        return new FailureAnalysis(
            "dunning keeps its books in PostgreSQL, but no database is set", SET_ONE, each);
      }
    }
    return null;
  }

  private FailureAnalysis missing(Class<?> bean, Throwable fault) {
    List<String> found =
        beans instanceof ListableBeanFactory list
            ? List.of(list.getBeanNamesForType(DataSource.class, true, false))
            : List.of();
    String what = bean.getSimpleName() + " keeps its rows in PostgreSQL, but ";
    if (found.isEmpty()) {
      return new FailureAnalysis(what + "the application has no DataSource", SET_ONE, fault);
    }
    return new FailureAnalysis(
        what + "the application does not say in which of these: " + String.join(", ", found),
        "Mark one DataSource with @Primary.",
        fault);
  }
}
