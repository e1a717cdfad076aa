package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Dataset;

/** Asserts that two datasets are equal in everything, also in what the hash leaves out. */
public final class SameDataset {
  private SameDataset() {}

  public static void assertSame(Dataset actual, Dataset expected) {
    assertThat(actual.contentHash()).isEqualTo(expected.contentHash());
    assertThat(actual.id()).isEqualTo(expected.id());
    assertThat(actual.title()).isEqualTo(expected.title());
    assertThat(actual.notes()).isEqualTo(expected.notes());
    assertThat(actual.counties()).isEqualTo(expected.counties());
    assertThat(actual.indicators()).isEqualTo(expected.indicators());
    assertThat(actual.history()).isEqualTo(expected.history());
    assertThat(actual.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.municipality(i)).isEqualTo(expected.municipality(i));
      assertThat(actual.longitude(i)).isEqualTo(Double.valueOf(expected.longitude(i)));
      assertThat(actual.latitude(i)).isEqualTo(Double.valueOf(expected.latitude(i)));
      assertThat(actual.tile(i)).isEqualTo(expected.tile(i));
      assertThat(actual.boundary(i)).isEqualTo(expected.boundary(i));
      assertThat(actual.language(i)).isEqualTo(expected.language(i));
    }
  }
}
