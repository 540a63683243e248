" Vim syntax of .usecase files: use cases and customer journeys.
" Generated from the compiler's vocabulary by `GOLDEN=accept swift test`; do not edit.

if exists('b:current_syntax')
  finish
endif
let s:cpo = &cpo
set cpo&vim

syntax case match
syntax iskeyword @,48-57,_,192-255
syntax sync minlines=300

syntax match usecaseSeparator /[,:]/
syntax match usecaseBrace /[{}]/
syntax match usecaseArrow /->/
syntax match usecasePoint /\%(^\|\s\)\@1<=\%(abandoned\|completed\|start\)\%(\k\|[.-]\)\@!/

syntax match usecaseNumber /-\=\<\d\+\%(\.\d\+\)\=\%(\s*[$%‰¢-¥₠-₿]\|\k\+\|\s\+\%(\%(answered\s\+by\|carries\|source\|within\|after\|every\|when\|at\|by\|on\|n\)\>\)\@!`\=\K\k*\%(-\k\+\)*`\=\)\=/
syntax match usecaseNumber /\<\d\{4}-\d\d-\d\d\>/
syntax match usecaseNumber /\.\./
syntax match usecaseAnchor contained /\%(\d\+\%(-\d\+\)\=\|\*\)\l\+\|\d\+/

syntax match usecaseTail /\s\@1<=\%(answered\s\+by\|carries\|source\|within\|after\|every\|when\|at\|by\|on\|n\)\%(\k\|[.-]\)\@!\%(\s*\%(->\|,\|$\)\)\@!/
syntax match usecaseTail /\s\@1<=\%(after\)\ze\s\+\d/ nextgroup=usecaseAnchor skipwhite
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(collects\s\+feedback\|minimal\s\+guarantee\|physical\s\+evidence\|success\s\+guarantee\|extension\s\+point\|initiated\s\+by\|precondition\|self-service\|cares\s\+about\|frustration\|measured\s\+by\|opportunity\|probability\|realized\s\+by\|requirement\|responsible\|verified\s\+by\|influences\|legitimate\|mitigation\|represents\|supporting\|backstage\|benchmark\|consulted\|direction\|effort\s\+in\|proactive\|threatens\|abstract\|activity\|attitude\|baseline\|behavior\|capacity\|color\s\+by\|delivers\|evidence\|external\|improves\|informed\|interest\|language\|polarity\|priority\|reactive\|residual\|response\|reviewed\|strategy\|supports\|channel\|current\|expects\|formula\|held\s\+by\|include\|journey\|outcome\|persona\|segment\|synonym\|trigger\|version\|without\|action\|better\|column\|effort\|engage\|extend\|impact\|metric\|status\|system\|target\|thinks\|urgent\|actor\|feels\|image\|level\|needs\|owner\|plays\|power\|quote\|scale\|state\|value\|data\|dsdm\|from\|goal\|kind\|link\|note\|only\|pain\|show\|kpi\|tag\|id\|of\|to\)\%(\k\|[.-]\)\@!\%(\s*->\)\@!/
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(extension\s\+point\)\%(\k\|[.-]\)\@!\%(\s*->\)\@!/ nextgroup=usecaseName skipwhite
syntax match usecaseFlow /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(alternative\|exception\|flow\)\%(\k\|[.-]\)\@!\%(\s*->\)\@!/ nextgroup=usecaseAnchor skipwhite
syntax match usecaseClosing /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(resume\|end\)\%(\k\|[.-]\)\@!\%(\s*->\)\@!/ nextgroup=usecaseAnchor,usecaseChoiceOutcome skipwhite
syntax match usecaseChoiceOutcome contained /\%(failure\|success\)\%(\k\|[.-]\)\@!/

syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(without\|only\)\%(\k\|[.-]\)\@!\%(\s*->\)\@!/ nextgroup=usecaseChoiceFilter skipwhite
syntax match usecaseChoiceFilter contained /\%(priority\|timebox\|status\|actor\|owner\|tag\)\%(\k\|[.-]\)\@!/
syntax match usecaseChoiceFilter contained /\%(priority\)\%(\k\|[.-]\)\@!/ nextgroup=usecaseChoiceOfPriority skipwhite
syntax match usecaseChoiceOfPriority contained /\%(should\|could\|must\|wont\)\%(\k\|[.-]\)\@!/ nextgroup=usecaseChoiceOfPriorityNext skipwhite
syntax match usecaseChoiceOfPriorityNext contained /,/ nextgroup=usecaseChoiceOfPriority skipwhite
highlight default link usecaseChoiceOfPriority usecaseChoice
highlight default link usecaseChoiceOfPriorityNext usecaseSeparator
syntax match usecaseChoiceFilter contained /\%(status\)\%(\k\|[.-]\)\@!/ nextgroup=usecaseChoiceOfStatus skipwhite
syntax match usecaseChoiceOfStatus contained /\%(implemented\|approved\|proposed\|retired\|draft\)\%(\k\|[.-]\)\@!/ nextgroup=usecaseChoiceOfStatusNext skipwhite
syntax match usecaseChoiceOfStatusNext contained /,/ nextgroup=usecaseChoiceOfStatus skipwhite
highlight default link usecaseChoiceOfStatus usecaseChoice
highlight default link usecaseChoiceOfStatusNext usecaseSeparator

syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(effort\s\+in\)\ze\s\+\%(points\|hours\|days\)/ nextgroup=usecaseChoiceEffortIn skipwhite
syntax match usecaseChoiceEffortIn contained /\%(points\|hours\|days\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceEffortIn usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(kind\)\ze\s\+\%(consideration\|organization\|awareness\|advocacy\|business\|delivery\|external\|indirect\|internal\|physical\|purchase\|software\|ultimate\|digital\|service\|support\|device\|person\|second\|system\|first\|print\|third\|voice\|time\|zero\|use\)/ nextgroup=usecaseChoiceKind skipwhite
syntax match usecaseChoiceKind contained /\%(consideration\|organization\|awareness\|advocacy\|business\|delivery\|external\|indirect\|internal\|physical\|purchase\|software\|ultimate\|digital\|service\|support\|device\|person\|second\|system\|first\|print\|third\|voice\|time\|zero\|use\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceKind usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(level\)\ze\s\+\%(subfunction\|user-goal\|summary\)/ nextgroup=usecaseChoiceLevel skipwhite
syntax match usecaseChoiceLevel contained /\%(subfunction\|user-goal\|summary\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceLevel usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(priority\)\ze\s\+\%(should\|could\|must\|wont\)/ nextgroup=usecaseChoicePriority skipwhite
syntax match usecaseChoicePriority contained /\%(should\|could\|must\|wont\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoicePriority usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(status\)\ze\s\+\%(implemented\|approved\|proposed\|retired\|draft\)/ nextgroup=usecaseChoiceStatus skipwhite
syntax match usecaseChoiceStatus contained /\%(implemented\|approved\|proposed\|retired\|draft\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceStatus usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(state\)\ze\s\+\%(as-is\|to-be\)/ nextgroup=usecaseChoiceState skipwhite
syntax match usecaseChoiceState contained /\%(as-is\|to-be\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceState usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(initiated\s\+by\)\ze\s\+\%(customer\|company\)/ nextgroup=usecaseChoiceInitiatedBy skipwhite
syntax match usecaseChoiceInitiatedBy contained /\%(customer\|company\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceInitiatedBy usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(feels\)\ze\s\+\%(frustrated\|delighted\|satisfied\|neutral\|angry\)/ nextgroup=usecaseChoiceFeels skipwhite
syntax match usecaseChoiceFeels contained /\%(frustrated\|delighted\|satisfied\|neutral\|angry\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceFeels usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(polarity\)\ze\s\+\%(negative\|positive\)/ nextgroup=usecaseChoicePolarity skipwhite
syntax match usecaseChoicePolarity contained /\%(negative\|positive\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoicePolarity usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(attitude\)\ze\s\+\%(supporter\|champion\|opponent\|neutral\|critic\)/ nextgroup=usecaseChoiceAttitude skipwhite
syntax match usecaseChoiceAttitude contained /\%(supporter\|champion\|opponent\|neutral\|critic\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceAttitude usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(strategy\)\ze\s\+\%(keep-satisfied\|manage-closely\|keep-informed\|monitor\)/ nextgroup=usecaseChoiceStrategy skipwhite
syntax match usecaseChoiceStrategy contained /\%(keep-satisfied\|manage-closely\|keep-informed\|monitor\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceStrategy usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(dsdm\)\ze\s\+\%(technical-coordinator\|workshop-facilitator\|business-ambassador\|business-visionary\|solution-developer\|technical-advisor\|business-advisor\|business-analyst\|business-sponsor\|project-manager\|solution-tester\|team-leader\|dsdm-coach\)/ nextgroup=usecaseChoiceDsdm skipwhite
syntax match usecaseChoiceDsdm contained /\%(technical-coordinator\|workshop-facilitator\|business-ambassador\|business-visionary\|solution-developer\|technical-advisor\|business-advisor\|business-analyst\|business-sponsor\|project-manager\|solution-tester\|team-leader\|dsdm-coach\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceDsdm usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(metric\)\ze\s\+\%(first-response\|abandonment\|conversion\|resolution\|retention\|referral\|churn\|csat\|ces\|clv\|nps\)/ nextgroup=usecaseChoiceMetric skipwhite
syntax match usecaseChoiceMetric contained /\%(first-response\|abandonment\|conversion\|resolution\|retention\|referral\|churn\|csat\|ces\|clv\|nps\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceMetric usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(better\)\ze\s\+\%(higher\|lower\)/ nextgroup=usecaseChoiceBetter skipwhite
syntax match usecaseChoiceBetter contained /\%(higher\|lower\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceBetter usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(benchmark\)\ze\s\+\%(best-practice\|competitor\|industry\|internal\)/ nextgroup=usecaseChoiceBenchmark skipwhite
syntax match usecaseChoiceBenchmark contained /\%(best-practice\|competitor\|industry\|internal\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceBenchmark usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(column\)\ze\s\+\%(activity\|case\|time\)/ nextgroup=usecaseChoiceColumn skipwhite
syntax match usecaseChoiceColumn contained /\%(activity\|case\|time\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceColumn usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(show\)\ze\s\+\%(responsibilities\|include-extend\|stakeholders\|journey-map\|objectives\|deviation\|influence\|scenarios\|use-cases\|coverage\|sequence\|emotion\|journey\|moments\|funnel\|risks\|trace\|flow\|kpis\|plan\)/ nextgroup=usecaseChoiceShow skipwhite
syntax match usecaseChoiceShow contained /\%(responsibilities\|include-extend\|stakeholders\|journey-map\|objectives\|deviation\|influence\|scenarios\|use-cases\|coverage\|sequence\|emotion\|journey\|moments\|funnel\|risks\|trace\|flow\|kpis\|plan\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceShow usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(color\s\+by\)\ze\s\+\%(priority\|timebox\|status\|owner\)/ nextgroup=usecaseChoiceColorBy skipwhite
syntax match usecaseChoiceColorBy contained /\%(priority\|timebox\|status\|owner\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceColorBy usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(direction\)\ze\s\+\%(right\|down\)/ nextgroup=usecaseChoiceDirection skipwhite
syntax match usecaseChoiceDirection contained /\%(right\|down\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceDirection usecaseChoice
syntax match usecaseClause /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(influences\)\ze\s\+`\=\K\k*\%(-\k\+\)*`\=\%(\.`\=\K\k*\%(-\k\+\)*`\=\)*/ nextgroup=usecaseChoiceInfluencesName skipwhite
syntax match usecaseChoiceInfluencesName contained /`\=\K\k*\%(-\k\+\)*`\=\%(\.`\=\K\k*\%(-\k\+\)*`\=\)*/ nextgroup=usecaseChoiceInfluences skipwhite
syntax match usecaseChoiceInfluences contained /\%(strong\|weak\)\%(\k\|[.-]\)\@!/
highlight default link usecaseChoiceInfluences usecaseChoice

syntax match usecaseDeclaration /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(stakeholder\|touchpoint\|increment\|objective\|channel\|journey\|package\|persona\|segment\|timebox\|usecase\|moment\|system\|actor\|model\|stage\|risk\|role\|term\|view\|kpi\|log\)\ze\s\+`\=\K\k*\%(-\k\+\)*`\=\s*[{:"]/ nextgroup=usecaseName skipwhite
syntax match usecaseDeclaration /^\%(stakeholder\|touchpoint\|increment\|objective\|channel\|journey\|package\|persona\|segment\|timebox\|usecase\|moment\|system\|actor\|model\|stage\|risk\|role\|term\|view\|kpi\|log\)\ze\s\+`\=\K\k*\%(-\k\+\)*`\=\s*\%($\|\/\|}\)/ nextgroup=usecaseName skipwhite
syntax match usecaseDeclaration /\%#=1\%(^\|[{}]\|\*\/\)\@2<=\s*\zs\%(stakeholder\|touchpoint\|increment\|objective\|package\|timebox\|usecase\|moment\|model\|stage\|risk\|role\|term\|view\|log\)\ze\s\+`\=\K\k*\%(-\k\+\)*`\=\s*\%($\|\/\|}\)/ nextgroup=usecaseName skipwhite
syntax match usecaseName contained /`\=\K\k*\%(-\k\+\)*`\=/

syntax region usecaseProse matchgroup=usecaseStepNumber start=/^\s*\zs\d\+\.\ze\%(\s\|$\)/ end=/$/ end=/\s\/\//me=s-1 oneline keepend contains=usecaseLink,@Spell
syntax match usecaseStepNumber /^\s*\zs\d\+\.\ze\s\+include\s\+`\=\K\k*\%(-\k\+\)*`\=\%(\.`\=\K\k*\%(-\k\+\)*`\=\)*\s*\%(\/\/.*\)\=$/ nextgroup=usecaseInclude skipwhite
syntax match usecaseInclude contained /include/ nextgroup=usecaseIncluded skipwhite
syntax match usecaseIncluded contained /`\=\K\k*\%(-\k\+\)*`\=\%(\.`\=\K\k*\%(-\k\+\)*`\=\)*/

syntax region usecaseText start=/"/ skip=/\\./ end=/"/ end=/$/ oneline keepend contains=usecaseEscape,usecaseLink,@Spell
syntax region usecaseText start=/"""/ skip=/\\./ end=/"""/ contains=usecaseEscape,usecaseLink,@Spell
syntax match usecaseEscape contained /\\\%(["\\[nt]\|u{\x\{1,8}}\)/
syntax match usecaseLink contained /\\\@1<!\[\[`\=\K\k*\%(-\k\+\)*`\=\%(\.`\=\K\k*\%(-\k\+\)*`\=\)*\%(|[^\]]*\)\=\]\]/ contains=usecaseReference
syntax match usecaseReference contained /\%(\[\[\)\@2<=`\=\K\k*\%(-\k\+\)*`\=\%(\.`\=\K\k*\%(-\k\+\)*`\=\)*/

syntax match usecaseComment +//.*$+ contains=@Spell
syntax region usecaseComment start=+/\*+ end=+\*/+ contains=usecaseComment,@Spell
syntax region usecaseDescription start=+////\@!+ end=+$+ oneline keepend contains=usecaseLink,usecaseCode,@Spell
syntax match usecaseCode contained /`[^`]*`/

highlight default link usecaseDeclaration Keyword
highlight default link usecaseName Type
highlight default link usecaseClause Statement
highlight default link usecaseTail Statement
highlight default link usecaseFlow Conditional
highlight default link usecaseClosing Conditional
highlight default link usecaseInclude PreProc
highlight default link usecaseReference Identifier
highlight default link usecaseIncluded usecaseReference
highlight default link usecasePoint Special
highlight default link usecaseChoice Constant
highlight default link usecaseChoiceFilter usecaseChoice
highlight default link usecaseChoiceOutcome usecaseChoice
highlight default link usecaseText String
highlight default link usecaseEscape SpecialChar
highlight default link usecaseNumber Number
highlight default link usecaseAnchor Number
highlight default link usecaseStepNumber Number
highlight default link usecaseDescription SpecialComment
highlight default link usecaseCode usecaseDescription
highlight default link usecaseComment Comment
highlight default link usecaseArrow Operator
highlight default link usecaseSeparator Delimiter
highlight default link usecaseBrace Delimiter

let b:current_syntax = 'usecase'
let &cpo = s:cpo
unlet s:cpo
