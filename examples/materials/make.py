"""The sourced values of `catalogue.yaml`, read from data packages and written into it.

    pip install mendeleev==1.3.0 periodictable==2.1.0 pymatgen-core==2026.10.16 \
        chemicals==1.5.2 scipy==1.17.1
    python examples/materials/make.py            # writes every `properties` block anew
    python examples/materials/make.py --check    # changes nothing; exit 1 where anything differs

Everything else in the file is written by people and stays as it is. The decision to question:
where packages hold a value that other data contradict, or that has no meaning for the material,
it is left out, by name and with the reason (`DISTRUSTED`). Other versions of the packages than
these give other sources, and `--check` says so.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import periodictable
from chemicals import miscdata
from mendeleev import element
from pymatgen.core import Element
from scipy.constants import physical_constants

CATALOGUE = Path(__file__).with_name("catalogue.yaml")

ELEMENT_FIELDS = {
    "density": ("density", "g/cm³", 1.0),
    "melting_point": ("melting_point", "K", 1.0),
    "thermal_conductivity": ("thermal_conductivity", "W/(m·K)", 1.0),
    "specific_heat": ("specific_heat_capacity", "J/(g·K)", 1.0),
}
"""Property → mendeleev's attribute, its documented unit, and the factor to the unit shown."""

SOLID_FIELDS = {
    "melting_point": ("Melting point", "K", 1.0),
    "thermal_conductivity": ("Thermal conductivity", "W/(m·K)", 1.0),
    "thermal_expansion": ("Coefficient of linear thermal expansion", "µm/(m·K)", 1e6),
    "youngs_modulus": ("Youngs modulus", "GPa", 1.0),
    "vickers_hardness": ("Vickers hardness", "MPa", 1.0),
    "mohs_hardness": ("Mineral hardness", "Mohs", 1.0),
}
"""Property → pymatgen's record; asked for what mendeleev does not hold."""

COMPOUNDS = {
    "Alumina": ("1344-28-1", "Al2O3"),
    "Fused Quartz": ("60676-86-0", "SiO2"),
    "Gallium Arsenide": ("1303-00-0", "GaAs"),
    "Silicon Carbide": ("409-21-2", "SiC"),
    "Silicon Nitride": ("12033-89-5", "Si3N4"),
    "Zirconia": ("1314-23-4", "ZrO2"),
}
"""Materials that are one compound: CAS number and formula."""

COMPOUND_FIELDS = {"density": ("rho", "g/cm³", 1e-3), "melting_point": ("Tm", "K", 1.0)}
"""Property → column of the table of inorganic compounds in chemicals (kg/m3 and K)."""

DISTRUSTED = {
    ("Fused Quartz", "melting_point"): "a glass softens over a range",
    ("Magnesium", "thermal_expansion"): "a third of what handbooks give",
    ("Molybdenum", "youngs_modulus"): "does not fit the package's own shear modulus",
    ("Rhodium", "youngs_modulus"): "does not fit the package's own shear modulus",
    ("Silicon", "youngs_modulus"): "depends on direction, and is below every one of them",
    ("Silicon Carbide", "melting_point"): "decomposes before it melts",
    ("Silicon Nitride", "melting_point"): "decomposes before it melts",
    ("Zirconium", "youngs_modulus"): "does not fit the package's own shear modulus",
}


TOLERANCE = 0.1
"""Handbooks agree about an element within a tenth, as a rule; what does not is `DISTRUSTED`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One value with its unit and where it was read: package, version, record."""

    name: str
    value: float
    unit: str
    source: str

    def __str__(self) -> str:
        fields = f"value: {self.value:.10g}, unit: {self.unit}, source: '{self.source}'"
        return f"    {self.name}: {{{fields}}}\n"


def properties(name: str, symbol: str) -> list[Property]:
    """What the packages hold about a material; nothing for what is no element or compound."""
    if symbol:
        found = _of_element(symbol)
    elif name in COMPOUNDS:
        found = _of_compound(*COMPOUNDS[name])
    else:
        return []
    unique: dict[str, Property] = {}
    for one in found:
        if (name, one.name) not in DISTRUSTED:
            unique.setdefault(one.name, one)
    return list(unique.values())


def _of_element(symbol: str) -> Iterator[Property]:
    known: Any = element(symbol)
    for name, (field, unit, factor) in ELEMENT_FIELDS.items():
        if (value := getattr(known, field)) is not None:
            source = f"mendeleev {_version('mendeleev')}, element {symbol}, {field}"
            yield Property(name=name, value=value * factor, unit=unit, source=source)
    for name, (field, unit, factor) in SOLID_FIELDS.items():
        value = Element(symbol).data.get(field)
        if isinstance(value, int | float):
            source = f"pymatgen-core {_version('pymatgen-core')}, element {symbol}, {field}"
            yield Property(name=name, value=value * factor, unit=unit, source=source)
    if symbol == "Si":
        field = "lattice parameter of silicon"
        source = f"scipy {_version('scipy')}, physical constant, {field}"
        metres: float = physical_constants[field][0]
        yield Property(name="lattice_parameter", value=metres * 1e9, unit="nm", source=source)
    yield _molar_mass(symbol)


def _of_compound(cas: str, formula: str) -> Iterator[Property]:
    row = miscdata.CRC_inorganic_data.loc[cas]
    for name, (column, unit, factor) in COMPOUND_FIELDS.items():
        if (value := float(row[column])) > 0:  # an empty cell is not a number
            source = (
                f"chemicals {_version('chemicals')}, inorganic compound CAS {cas}, column {column}"
            )
            yield Property(name=name, value=value * factor, unit=unit, source=source)
    yield _molar_mass(formula)


def _molar_mass(formula: str) -> Property:
    source = f"periodictable {_version('periodictable')}, formula {formula}, mass"
    mass: float = periodictable.formula(formula).mass
    return Property(name="molar_mass", value=mass, unit="g/mol", source=source)


@cache
def _version(package: str) -> str:
    return version(package)


def with_properties(text: str) -> str:
    """The catalogue's text with every `properties` block written anew."""
    head, *items = re.split(r"(?m)^(?=- name: )", text)
    return head + "\n".join(_item(item) for item in items)


def _item(text: str) -> str:
    body = text.partition("  properties:\n")[0].rstrip("\n") + "\n"
    found = properties(_field(body, "- name"), _field(body, "  symbol"))
    return body + ("  properties:\n" + "".join(map(str, found)) if found else "")


def _field(text: str, key: str) -> str:
    found = re.search(rf"(?m)^{key}: (.*)$", text)
    return found[1] if found else ""


def disagreements() -> Iterator[str]:
    """Where a value differs by more than TOLERANCE from what is known elsewhere, in words.

    Two packages about one element; and Young's modulus E against the shear modulus G and
    Poisson's ratio v, for in an isotropic solid E = 2G(1 + v).
    """
    for item in re.split(r"(?m)^(?=- name: )", CATALOGUE.read_text("utf-8")):
        if not (symbol := _field(item, "  symbol")):
            continue
        one: Any = element(symbol)
        other = Element(symbol).data
        pairs = {
            "density": (one.density, periodictable.elements.symbol(symbol).density),
            "melting_point": (one.melting_point, other.get("Melting point")),
            "thermal_conductivity": (one.thermal_conductivity, other.get("Thermal conductivity")),
            "youngs_modulus": (other.get("Youngs modulus"), _from_shear(other)),
        }
        for name, (first, second) in pairs.items():
            known_about = (_field(item, "- name"), name) in DISTRUSTED
            if first and second and abs(first - second) > TOLERANCE * second and not known_about:
                yield f"{symbol}, {name}: {first} and {second:g}"


def _from_shear(data: dict[str, Any]) -> float | None:
    shear, ratio = data.get("Rigidity modulus"), data.get("Poissons ratio")
    return 2 * shear * (1 + ratio) if shear and ratio else None


def main() -> int:
    """Writes the values; with `--check` compares them. Exit status."""
    text = CATALOGUE.read_text("utf-8")
    made = with_properties(text)
    if "--check" not in sys.argv[1:]:
        CATALOGUE.write_text(made, "utf-8")
        return 0
    changes = unified_diff(text.splitlines(), made.splitlines(), n=0, lineterm="")
    faults = list(changes) + [f"two sources differ: {line}" for line in disagreements()]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    sys.stdout.write(f"{made.count('source: ')} sourced values, {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
