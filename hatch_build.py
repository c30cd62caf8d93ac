"""Compile the C where the package is built on a machine that can; else it is pure Python."""

import runpy
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NATIVE = "src/kpu_corpus/native"


class NativeBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Put the compiled library into the wheel, which is then one for this kind of machine."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the library and the machine."""
        build = runpy.run_path(str(Path(self.root) / NATIVE / "build.py"))["build"]
        library = build()
        if library is None:
            return
        if version == "standard":  # an editable installation reads the folder itself
            build_data["force_include"][str(library)] = f"kpu_corpus/native/{library.name}"
        machine = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{machine}"
