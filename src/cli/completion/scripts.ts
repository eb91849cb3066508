/** The shells that there is a script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/*
 * All three ask `phasegate __complete -- WORDS...`, which prints a line for each value (the value, a tab, what it is)
 * and, where the shell is to look for files itself, a line `:files` or `:folders`.
 */

/** bash cuts words at `=`, `:` and `@`; they are put together again, and answers are cut as bash has them. */
const BASH = `# phasegate: completion for bash. In ~/.bashrc: source <(phasegate completion bash)
_phasegate() {
  local rest=\${COMP_LINE:0:COMP_POINT} words=() word i
  local current=\${COMP_WORDS[COMP_CWORD]}
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if ((i == 0)) || [[ -z $word || $rest == [[:space:]]* ]]; then
      rest=\${rest#"\${rest%%[![:space:]]*}"}
      words+=("")
    fi
    if ((i == COMP_CWORD)); then word=$rest; fi
    words[\${#words[@]}-1]+=$word
    rest=\${rest#"$word"}
  done
  local typed=\${words[\${#words[@]}-1]}
  if [[ $current == [=:@]* ]]; then current=; fi
  local before=\${typed%"$current"} value said
  COMPREPLY=()
  while IFS=$'\\t' read -r value said; do
    case $value in
      :files) compopt -o filenames; COMPREPLY+=($(compgen -f -- "$current")) ;;
      :folders) compopt -o filenames; COMPREPLY+=($(compgen -d -- "$current")) ;;
      *)
        if [[ $value == *[=:@] ]]; then compopt -o nospace; fi
        COMPREPLY+=("\${value#"$before"}") ;;
    esac
  done < <("\${COMP_WORDS[0]}" __complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -F _phasegate phasegate
`;

const ZSH = `#compdef phasegate
# phasegate: completion for zsh. In ~/.zshrc, behind compinit: source <(phasegate completion zsh)
_phasegate() {
  local line value said shown values=() described=() parts=() partly=()
  local -a typed=("\${(@Q)words[2,CURRENT]}")
  typed[-1]=$IPREFIX$PREFIX
  for line in "\${(@f)$("\${words[1]}" __complete -- "\${typed[@]}" 2>/dev/null)}"; do
    value=\${line%%$'\\t'*} said=\${line#*$'\\t'}
    shown=$value
    if [[ -n $said && $said != $value ]]; then shown="$value -- $said"; fi
    case $value in
      '') ;;
      :files) _files ;;
      :folders) _files -/ ;;
      *[=:@]) parts+=("$value"); partly+=("$shown") ;;
      *) values+=("$value"); described+=("$shown") ;;
    esac
  done
  if (( \${#values} )); then compadd -l -d described -a values; fi
  if (( \${#parts} )); then compadd -S '' -l -d partly -a parts; fi
}
compdef _phasegate phasegate
`;

const FISH = `# phasegate: completion for fish. In ~/.config/fish/config.fish: phasegate completion fish | source
function __phasegate_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] __complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path "$current"
            case :folders
                __fish_complete_directories "$current" ''
            case '*'
                echo $line
        end
    end
end
complete -c phasegate -f -a '(__phasegate_complete)'
`;

const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

/** What a shell is to run to complete the program's command lines. */
export function scriptFor(shell: Shell): string {
  return SCRIPTS[shell];
}
